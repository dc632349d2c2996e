package io.factuur.invoice.api;

import io.factuur.api.Page;
import io.factuur.invoice.InvoiceFilter;
import io.factuur.invoice.InvoiceRow;
import io.factuur.invoice.InvoiceStatus;
import io.factuur.invoice.Invoices;
import io.factuur.security.CurrentPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/invoices")
class InvoiceController {

    private final Invoices invoices;
    private final WrittenInvoices written;
    private final CurrentPerson me;

    InvoiceController(Invoices invoices, WrittenInvoices written, CurrentPerson me) {
        this.invoices = invoices;
        this.written = written;
        this.me = me;
    }

    /** The list, the latest first; {@code from} and {@code to} speak of the billing period, both included. */
    @GetMapping
    Page<WrittenInvoices.Written> list(
            @RequestParam(required = false) @Nullable Long scope,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable InvoiceStatus status,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long cursor,
            @RequestParam(defaultValue = "100") int limit) {
        InvoiceFilter filter = InvoiceFilter.of(scope, from, to, status);
        return Page.of(size -> invoices.list(filter, cursor, size, me.get()), limit, written::of, InvoiceRow::id);
    }

    @GetMapping("/{number}")
    InvoiceJson get(@PathVariable String number) {
        return InvoiceJson.of(invoices.lined(number, me.get()));
    }
}
