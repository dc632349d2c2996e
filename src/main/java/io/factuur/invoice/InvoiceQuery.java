package io.factuur.invoice;

import org.jspecify.annotations.Nullable;

/**
 * What a page of the invoice grid shows.
 *
 * @param scopeId invoices at or below this scope
 * @param text part of a number or of the scope's name
 */
public record InvoiceQuery(
        long scopeId, String text, @Nullable InvoiceStatus status, Sort sort, boolean descending) {

    /** What a grid can be sorted by, each an expression over {@code invoice i}. */
    public enum Sort {
        NUMBER("i.number"),
        DATE("i.invoice_date"),
        SCOPE("lower(i.scope_name)"),
        PERIOD("i.period_start"),
        TOTAL("i.total"),
        AMOUNT_DUE("i.amount_due"),
        DUE_DATE("i.due_date");

        private final String expression;

        Sort(String expression) {
            this.expression = expression;
        }

        String expression() {
            return expression;
        }
    }

    /** The latest first. */
    public static InvoiceQuery at(long scopeId) {
        return new InvoiceQuery(scopeId, "", null, Sort.DATE, true);
    }

    public InvoiceQuery matching(String wanted) {
        return new InvoiceQuery(scopeId, wanted.strip(), status, sort, descending);
    }

    public InvoiceQuery in(@Nullable InvoiceStatus wanted) {
        return new InvoiceQuery(scopeId, text, wanted, sort, descending);
    }

    public InvoiceQuery sortedBy(Sort by, boolean down) {
        return new InvoiceQuery(scopeId, text, status, by, down);
    }
}
