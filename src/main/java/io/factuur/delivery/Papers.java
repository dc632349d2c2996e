package io.factuur.delivery;

import java.util.Optional;

/** Where a mail's facts and files come from: the invoices; in tests also ones that are late or missing. */
interface Papers {

    Optional<Paper> find(String invoiceNumber);

    /**
     * A file of an invoice, {@code invoice.pdf} or {@code usage.csv}. Empty while it has not been made: the mail waits.
     */
    Optional<PaperFile> file(String invoiceNumber, String kind);
}
