package io.factuur.invoice;

/** Somebody has taken an invoice out of the house. */
public record InvoiceDownloaded(String invoiceNumber, long personId) {}
