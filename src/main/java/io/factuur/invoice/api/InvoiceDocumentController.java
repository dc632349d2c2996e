package io.factuur.invoice.api;

import io.factuur.api.FileDownload;
import io.factuur.invoice.Invoice;
import io.factuur.invoice.InvoiceDocuments;
import io.factuur.invoice.Invoices;
import io.factuur.invoice.StoredDocument;
import io.factuur.security.CurrentPerson;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The documents of an invoice. Its usage is the usage file of its scope and period: the same door serves both. */
@RestController
@RequestMapping("/api/v1/invoices/{number}/documents")
class InvoiceDocumentController {

    private final Invoices invoices;
    private final InvoiceDocuments documents;
    private final CurrentPerson me;

    InvoiceDocumentController(Invoices invoices, InvoiceDocuments documents, CurrentPerson me) {
        this.invoices = invoices;
        this.documents = documents;
        this.me = me;
    }

    @GetMapping("/{kind}")
    void document(
            @PathVariable String number,
            @PathVariable String kind,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        if (kind.equals("usage.csv")) {
            Invoice invoice = invoices.get(number, me.get());
            request.getRequestDispatcher("/api/v1/usage?scope=" + invoice.row().scopeId() + "&period="
                            + invoice.row().period().code() + "&charges=billed")
                    .forward(request, response);
            return;
        }
        StoredDocument document = documents.open(number, kind, me.get());
        new FileDownload(
                        document.name(),
                        document.mediaType(),
                        document.path(),
                        false,
                        document.sizeBytes(),
                        document.sizeBytes(),
                        document.sha256())
                .send(request, response);
    }
}
