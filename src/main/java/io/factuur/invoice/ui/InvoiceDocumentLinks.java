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
import java.util.Locale;
import java.util.Set;

/** The documents of an invoice that a person may have, under the names that the agreement gives them. */
final class InvoiceDocumentLinks {

    private InvoiceDocumentLinks() {}

    static List<Component> of(InvoiceRow row, Set<Operation> allowed) {
        Locale locale = UI.getCurrent().getLocale();
        boolean byPeriod = row.agreement().terms().invoiceList() == InvoiceList.BY_PERIOD;
        String documents = "/api/v1/invoices/" + row.number() + "/documents/";
        List<Component> links = new ArrayList<>();
        if (allowed.contains(Operation.DOWNLOAD_INVOICE)) {
            String name = row.documentType() == DocumentType.CREDIT_NOTE
                    ? Texts.get(locale, row.documentType().labelKey())
                    : Texts.get(locale, byPeriod ? "invoices.document.download" : "invoices.document.invoice");
            links.add(new DocumentLink(documents + "invoice.pdf?language=" + locale.getLanguage(), name));
        }
        if (allowed.contains(Operation.DOWNLOAD_USAGE) && row.documentType() == DocumentType.INVOICE) {
            links.add(new DocumentLink(
                    documents + "usage.csv",
                    Texts.get(locale, byPeriod ? "invoices.document.csv" : "invoices.document.usage")));
        }
        return links;
    }
}
