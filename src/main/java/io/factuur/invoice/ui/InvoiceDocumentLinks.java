package io.factuur.invoice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.factuur.agreement.Agreement.InvoiceList;
import io.factuur.agreement.Operation;
import io.factuur.invoice.DocumentType;
import io.factuur.invoice.InvoiceRow;
import io.factuur.shared.Texts;
import io.factuur.ui.DocumentLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The documents of an invoice that a person may have, under the names that the agreement gives them. */
final class InvoiceDocumentLinks {

    private InvoiceDocumentLinks() {}

    static List<Component> of(InvoiceRow row, Set<Operation> allowed) {
        List<Component> links = papers(row, allowed);
        usage(row, allowed).ifPresent(link -> links.add(Math.min(1, links.size()), link));
        if (allowed.contains(Operation.DOWNLOAD_PRICES)
                && row.documentType() == DocumentType.INVOICE
                && !byPeriod(row)) {
            links.add(new DocumentLink(path(row) + "prices.csv", text("invoices.document.prices")));
        }
        return links;
    }

    /** What was issued. */
    static List<Component> papers(InvoiceRow row, Set<Operation> allowed) {
        List<Component> links = new ArrayList<>();
        if (!allowed.contains(Operation.DOWNLOAD_INVOICE)) {
            return links;
        }
        String language = "?language=" + UI.getCurrent().getLocale().getLanguage();
        String name = row.documentType() == DocumentType.CREDIT_NOTE
                ? text(row.documentType().labelKey())
                : text(byPeriod(row) ? "invoices.document.download" : "invoices.document.invoice");
        links.add(new DocumentLink(path(row) + "invoice.pdf" + language, name));
        if (row.isItemized()) {
            links.add(new DocumentLink(path(row) + "summary.pdf" + language, text("invoices.document.summary")));
            links.add(new DocumentLink(path(row) + "transactions.csv", text("invoices.document.transactions")));
        }
        if (row.hasTax()) {
            links.add(new DocumentLink(path(row) + "tax.pdf" + language, text("invoices.document.tax")));
        }
        return links;
    }

    /** The usage behind it. */
    static Optional<Component> usage(InvoiceRow row, Set<Operation> allowed) {
        return allowed.contains(Operation.DOWNLOAD_USAGE) && row.documentType() == DocumentType.INVOICE
                ? Optional.of(new DocumentLink(
                        path(row) + "usage.csv",
                        text(byPeriod(row) ? "invoices.document.csv" : "invoices.document.usage")))
                : Optional.empty();
    }

    private static boolean byPeriod(InvoiceRow row) {
        return row.agreement().terms().invoiceList() == InvoiceList.BY_PERIOD;
    }

    private static String path(InvoiceRow row) {
        return "/api/v1/invoices/" + row.number() + "/documents/";
    }

    private static String text(String key) {
        return Texts.get(UI.getCurrent().getLocale(), key);
    }
}
