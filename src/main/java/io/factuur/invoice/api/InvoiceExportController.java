package io.factuur.invoice.api;

import com.opencsv.CSVWriter;
import io.factuur.api.FileDownload;
import io.factuur.invoice.Figures;
import io.factuur.invoice.FilterWords;
import io.factuur.invoice.InvoiceLists;
import io.factuur.invoice.InvoiceQuery;
import io.factuur.invoice.InvoiceRow;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The list of a scope's invoices as a CSV, filtered and sorted as on the screen. */
@RestController
class InvoiceExportController {

    private static final int PAGE = 1_000;
    private static final String[] HEAD = {
        "Number",
        "Document",
        "Type",
        "Scope",
        "Status",
        "InvoiceDate",
        "DueDate",
        "PeriodStart",
        "PeriodEnd",
        "PurchaseOrder",
        "Currency",
        "Charges",
        "Credits",
        "Subtotal",
        "Tax",
        "Total",
        "AmountDue"
    };

    private final InvoiceLists lists;
    private final CurrentPerson me;

    InvoiceExportController(InvoiceLists lists, CurrentPerson me) {
        this.lists = lists;
        this.me = me;
    }

    /** Takes the words of the page's address, see {@link FilterWords}. */
    @GetMapping("/api/v1/scopes/{id}/invoices.csv")
    void export(@PathVariable long id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Person person = me.get();
        InvoiceQuery query = FilterWords.query(id, request::getParameter);
        List<InvoiceRow> page = lists.page(query, 0, PAGE, person);
        FileDownload.describe(response, "Invoices_" + id + ".csv", "text/csv;charset=UTF-8");
        try (CSVWriter csv =
                new CSVWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            csv.writeNext(HEAD, false);
            int offset = 0;
            while (!page.isEmpty()) {
                page.forEach(row -> csv.writeNext(cells(row), false));
                offset += page.size();
                page = page.size() < PAGE ? List.of() : lists.page(query, offset, PAGE, person);
            }
        }
    }

    private static String[] cells(InvoiceRow row) {
        Figures figures = row.figures();
        return new String[] {
            row.number(),
            row.documentType().name(),
            row.type().name(),
            harmless(row.scopeName()),
            row.status().name(),
            row.invoiceDate().toString(),
            row.dueDate().toString(),
            row.period().start().toString(),
            row.period().end().toString(),
            harmless(row.poNumber() == null ? "" : row.poNumber()),
            figures.currency().getCurrencyCode(),
            figures.charges().toPlainString(),
            figures.credits().toPlainString(),
            figures.subtotal().toPlainString(),
            figures.tax().toPlainString(),
            figures.total().toPlainString(),
            row.amountDue().toPlainString()
        };
    }

    /** Text that a spreadsheet would take for a formula. */
    private static String harmless(String text) {
        return text.matches("(?s)[=+@\\-\\t\\r].*") ? "'" + text : text;
    }
}
