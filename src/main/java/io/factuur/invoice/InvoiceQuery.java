package io.factuur.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a page of the invoice grid shows.
 *
 * @param scopeId invoices at or below this scope
 * @param filter what restricts them
 */
public record InvoiceQuery(long scopeId, Filter filter, Sort sort, boolean descending) {

    /**
     * What restricts a list; what is null or empty does not.
     *
     * @param text part of a number or of the scope's name
     * @param from the first month of a billing period's start
     * @param to the last
     * @param least the smallest total
     * @param most the largest
     */
    public record Filter(
            String text,
            @Nullable InvoiceStatus status,
            @Nullable YearMonth from,
            @Nullable YearMonth to,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most) {

        public static final Filter NONE = new Filter("", null, null, null, null, null);

        public boolean isNone() {
            return equals(NONE);
        }

        @Nullable
        LocalDate firstStart() {
            return from == null ? null : from.atDay(1);
        }

        @Nullable
        LocalDate endOfStarts() {
            return to == null ? null : to.plusMonths(1).atDay(1);
        }
    }

    /** What a grid can be sorted by, each an expression over {@code invoice i}. */
    public enum Sort {
        NUMBER("i.number"),
        DATE("i.invoice_date"),
        SCOPE("lower(i.scope_name)"),
        PERIOD("i.period_start"),
        PO_NUMBER("i.po_number"),
        /** The most urgent first. */
        STATUS(Arrays.stream(InvoiceStatus.values())
                .map(status -> "when '" + status + "' then " + status.ordinal())
                .collect(Collectors.joining(" ", "case " + InvoiceReader.STATUS + " ", " end"))),
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
        return new InvoiceQuery(scopeId, Filter.NONE, Sort.DATE, true);
    }

    /** Whether it is sorted as {@link #at} does. */
    public boolean inUsualOrder() {
        return sort == Sort.DATE && descending;
    }

    public InvoiceQuery matching(Filter wanted) {
        return new InvoiceQuery(scopeId, wanted, sort, descending);
    }

    public InvoiceQuery sortedBy(Sort by, boolean down) {
        return new InvoiceQuery(scopeId, filter, by, down);
    }
}
