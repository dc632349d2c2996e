package io.factuur.invoice;

import java.util.Arrays;
import java.util.Optional;

/** A document that is made of an invoice, as its address names it. */
enum DocumentKind {
    INVOICE("invoice.pdf", ""),
    TAX("tax.pdf", "_tax"),
    SUMMARY("summary.pdf", "_summary"),
    TRANSACTIONS("transactions.csv", "_transactions");

    private final String code;
    private final String suffix;

    DocumentKind(String code, String suffix) {
        this.code = code;
        this.suffix = suffix;
    }

    static Optional<DocumentKind> named(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    String code() {
        return code;
    }

    /** Whether an invoice has such a document. */
    boolean of(InvoiceRow row) {
        return switch (this) {
            case INVOICE -> true;
            case TAX -> row.hasTax();
            case SUMMARY, TRANSACTIONS -> row.isItemized();
        };
    }

    /** Whether it is written in words, so that each language has one of its own. */
    boolean speaks() {
        return this != TRANSACTIONS;
    }

    String mediaType() {
        return this == TRANSACTIONS ? "text/csv;charset=UTF-8" : "application/pdf";
    }

    String ending() {
        return code.substring(code.lastIndexOf('.'));
    }

    /** @param language with a point before it, or nothing */
    String fileName(String number, String language) {
        return number + suffix + language + ending();
    }

    /** What it is stored as: {@code tax.nl.pdf}. */
    String stored(String language) {
        return code.substring(0, code.length() - ending().length()) + language + ending();
    }
}
