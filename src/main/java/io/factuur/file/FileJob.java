package io.factuur.file;

import io.factuur.security.Person;
import io.factuur.shared.Problem;

/**
 * A kind of file that can be prepared in the background. A room that has such files implements this as a bean; the
 * machine keeps the order, runs the job, shows its progress, runs it again after a restart, stores what it wrote,
 * answers {@code /api/v1/files} and fills the page Downloads.
 *
 * <p>The order is a JSON object of the job's own making: what a program posts to {@code /api/v1/files}, less the member
 * {@code kind}, or what a page hands to {@link PreparedFiles#order}. It is kept as it is, so it holds no more than what
 * the job needs to find its way again.
 */
public interface FileJob {

    /** The word in {@code "kind"}: {@code usage}. Pages call it by the text {@code file.kind.usage}. */
    String kind();

    /**
     * Reads an order and asks the guard whether the person may have this. Called when a file is ordered, when it is made
     * and each time before it is downloaded, so that a role taken away counts at once; there may be nobody signed in.
     *
     * @throws Problem not found, when the person may not; invalid, when the order makes no sense
     */
    FileDraft draft(String order, Person person);
}
