package io.factuur.invoice;

import io.factuur.agreement.AgreementType;
import io.factuur.shared.BillingPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An invoice in a list.
 *
 * @param scopeId the invoiced scope
 * @param status as of the day it was read
 * @param amountDue what is still to be paid, in the minor unit
 */
public record InvoiceRow(
        long id,
        String number,
        long scopeId,
        String scopeName,
        AgreementType agreement,
        InvoiceType type,
        DocumentType documentType,
        BillingPeriod period,
        LocalDate invoiceDate,
        LocalDate dueDate,
        @Nullable String poNumber,
        InvoiceStatus status,
        Figures figures,
        BigDecimal amountDue) {

    /** Whether there is a tax document of it. */
    public boolean hasTax() {
        return figures.tax().signum() != 0;
    }
}
