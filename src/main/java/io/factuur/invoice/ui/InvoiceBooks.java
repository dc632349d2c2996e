package io.factuur.invoice.ui;

import io.factuur.invoice.Downloads;
import io.factuur.invoice.InvoiceChanges;
import io.factuur.invoice.InvoiceLife;
import io.factuur.invoice.InvoiceParts;
import io.factuur.invoice.Invoices;
import org.springframework.stereotype.Component;

/** What the page of an invoice reads from. */
@Component
record InvoiceBooks(
        Invoices invoices, InvoiceLife life, InvoiceParts parts, InvoiceChanges changes, Downloads downloads) {}
