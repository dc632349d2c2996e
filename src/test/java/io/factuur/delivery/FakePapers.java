package io.factuur.delivery;

import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Money;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ByteArrayResource;

/** Papers that can be late, missing or large. Knows only the invoices that it was given. */
final class FakePapers implements Papers {

    private final Map<String, Paper> papers = new ConcurrentHashMap<>();
    private final Map<String, PaperFile> files = new ConcurrentHashMap<>();

    private volatile String last = "";

    /** The number of the invoice that came last. */
    String last() {
        return last;
    }

    /** An invoice with its PDF and usage file. */
    FakePapers invoice(String number, long scopeId, String scopeName) {
        withoutFiles(number, scopeId, scopeName);
        file(number, "invoice.pdf", "%PDF of " + number);
        return file(number, "usage.csv", "cost\n1\n");
    }

    FakePapers withoutFiles(String number, long scopeId, String scopeName) {
        last = number;
        papers.put(
                number,
                new Paper(
                        number,
                        scopeId,
                        scopeName,
                        false,
                        true,
                        BillingPeriod.month(YearMonth.of(2026, 10)),
                        LocalDate.of(2026, 12, 1),
                        Money.of("EUR", "121.00"),
                        Money.of("EUR", "121.00")));
        return this;
    }

    FakePapers file(String number, String kind, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        String type = kind.endsWith(".pdf") ? "application/pdf" : "text/csv";
        files.put(
                number + "/" + kind,
                new PaperFile(number + "-" + kind, type, bytes.length, new ByteArrayResource(bytes)));
        return this;
    }

    void voided(String number) {
        replace(number, false, false);
    }

    void creditNote(String number) {
        replace(number, true, true);
    }

    private void replace(String number, boolean creditNote, boolean stands) {
        papers.computeIfPresent(
                number,
                (same, paper) -> new Paper(
                        number,
                        paper.scopeId(),
                        paper.scopeName(),
                        creditNote,
                        stands,
                        paper.period(),
                        paper.dueDate(),
                        paper.total(),
                        paper.amountDue()));
    }

    @Override
    public Optional<Paper> find(String invoiceNumber) {
        return Optional.ofNullable(papers.get(invoiceNumber));
    }

    @Override
    public Optional<PaperFile> file(String invoiceNumber, String kind) {
        return Optional.ofNullable(files.get(invoiceNumber + "/" + kind));
    }
}
