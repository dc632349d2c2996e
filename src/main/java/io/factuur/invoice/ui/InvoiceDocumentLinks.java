package io.factuur.invoice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinService;
import io.factuur.agreement.Agreement.InvoiceList;
import io.factuur.agreement.Operation;
import io.factuur.invoice.DocumentType;
import io.factuur.invoice.InvoiceRow;
import io.factuur.shared.Texts;
import io.factuur.ui.DocumentLink;
import io.factuur.ui.FileButton;
import io.factuur.ui.FileDesk;
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
        if (allowed.contains(Operation.DOWNLOAD_PRICES) && row.hasUsage() && !byPeriod(row)) {
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

    /** The usage behind it: at once, or prepared in the background where there is much of it. */
    static Optional<Component> usage(InvoiceRow row, Set<Operation> allowed) {
        if (!allowed.contains(Operation.DOWNLOAD_USAGE) || !row.hasUsage()) {
            return Optional.empty();
        }
        String name = text(byPeriod(row) ? "invoices.document.csv" : "invoices.document.usage");
        FileDesk desk = VaadinService.getCurrent().getInstantiator().getOrCreate(FileDesk.class);
        FileDesk.Wanted wanted = new FileDesk.Wanted(
                "usage", """
                {"scope": "%d", "period": "%s", "charges": "billed"}""".formatted(row.scopeId(), row.period().code()), path(row) + "usage.csv");
        return Optional.of(
                desk.isQuick(wanted) ? new DocumentLink(wanted.path(), name) : new FileButton(name, desk, wanted));
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
