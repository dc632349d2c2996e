package io.factuur.invoice.api;

import io.factuur.api.FileDownload;
import io.factuur.invoice.InvoiceDocuments;
import io.factuur.invoice.InvoiceRow;
import io.factuur.invoice.Invoices;
import io.factuur.invoice.StoredDocument;
import io.factuur.security.CurrentPerson;
import io.factuur.shared.Problem;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The documents of an invoice. Its usage is the usage file of its scope and period: the same door serves both. */
@RestController
@RequestMapping("/api/v1/invoices/{number}/documents")
class InvoiceDocumentController {

    private static final Map<String, String> CHARGED = Map.of(
            "usage.csv", "/api/v1/usage%s?scope=%d&period=%s&charges=billed",
            "prices.csv", "/api/v1/usage/prices%s?scope=%d&period=%s");

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
            @RequestParam(required = false) @Nullable String language,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        String charged = CHARGED.get(kind);
        if (charged != null) {
            forward(charged, "", number, request, response);
            return;
        }
        StoredDocument document = documents.open(number, kind, language, me.get());
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

    /** Row count, sums and SHA-256 of what was charged. */
    @GetMapping({"/usage.csv/manifest", "/prices.csv/manifest"})
    void manifest(@PathVariable String number, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String kind = request.getRequestURI().contains("/prices.csv/") ? "prices.csv" : "usage.csv";
        forward(Objects.requireNonNull(CHARGED.get(kind)), "/manifest", number, request, response);
    }

    private void forward(
            String charged, String beside, String number, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        InvoiceRow row = invoices.row(number, me.get());
        if (!row.hasUsage()) {
            throw Problem.notFound();
        }
        request.getRequestDispatcher(
                        charged.formatted(beside, row.scopeId(), row.period().code()))
                .forward(request, response);
    }
}
