package io.factuur.delivery;

/** The mails of one invoice, counted. */
public record ReceiptBook(String invoiceNumber, ReceiptCount count) {}
