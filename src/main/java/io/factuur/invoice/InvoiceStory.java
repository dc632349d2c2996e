package io.factuur.invoice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an invoice, and how it hangs together with others.
 *
 * @param creditFor on a credit note: the invoice it gives money back for
 * @param creditNotes numbers of the credit notes for it
 * @param rebillOf the invoice that this one replaces
 * @param replacedBy the invoice that replaces this one
 */
public record InvoiceStory(
        List<Payment> payments,
        List<InvoiceEvent> events,
        @Nullable String creditFor,
        List<String> creditNotes,
        @Nullable String rebillOf,
        @Nullable String replacedBy) {}
