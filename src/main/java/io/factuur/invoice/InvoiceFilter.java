package io.factuur.invoice;

import io.factuur.shared.Problem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which invoices a list shall hold; what is null does not restrict it.
 *
 * @param scopeId invoices at or below this scope
 * @param from invoices whose billing period reaches this day or lies after it
 * @param to invoices whose billing period starts before this day
 */
public record InvoiceFilter(
        @Nullable Long scopeId,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable InvoiceStatus status) {

    public static final InvoiceFilter ALL = new InvoiceFilter(null, null, null, null);

    public static InvoiceFilter at(long scopeId) {
        return new InvoiceFilter(scopeId, null, null, null);
    }

    /**
     * From what programs write.
     *
     * @param from and to {@code yyyy-MM} or {@code yyyy-MM-dd}, both included
     * @throws Problem when one of them is neither
     */
    public static InvoiceFilter of(
            @Nullable Long scopeId, @Nullable String from, @Nullable String to, @Nullable InvoiceStatus status) {
        return new InvoiceFilter(
                scopeId,
                from == null ? null : AskedPeriod.parse(from).from(),
                to == null ? null : AskedPeriod.parse(to).to(),
                status);
    }
}
