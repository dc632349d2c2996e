package io.factuur.invoice;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one section of an invoice comes to.
 *
 * @param id null where the invoiced scope itself used it
 * @param lines how many lines it has
 * @param amount the sum of its lines, in the minor unit
 */
public record InvoiceSection(@Nullable Long id, String name, int lines, BigDecimal amount) {}
