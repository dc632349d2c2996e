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
 * @param amountDue what is still to be paid, in the minor unit; negative for what is to be paid out or set off
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

    /** The same invoice another time: all else of it never changes. */
    InvoiceRow asOf(InvoiceStatus now, BigDecimal due) {
        BigDecimal inMinorUnit = due.setScale(amountDue.scale());
        return now == status && inMinorUnit.equals(amountDue)
                ? this
                : new InvoiceRow(
                        id,
                        number,
                        scopeId,
                        scopeName,
                        agreement,
                        type,
                        documentType,
                        period,
                        invoiceDate,
                        dueDate,
                        poNumber,
                        now,
                        figures,
                        inMinorUnit);
    }

    /** Key of the words for where it stands: what was in the customer's favour is not paid but settled. */
    public String statusKey() {
        return status == InvoiceStatus.PAID && figures.total().signum() < 0
                ? "invoice.status.SETTLED"
                : status.labelKey();
    }

    /** Key of the words for what it is: what an invoice is for, or that it is none. */
    public String kindKey() {
        return documentType == DocumentType.INVOICE ? type.labelKey() : documentType.labelKey();
    }

    /** Whether it is what most of a list are, so that nothing needs to be said about its kind. */
    public boolean isOrdinary() {
        return documentType == DocumentType.INVOICE && type == InvoiceType.SERVICES;
    }

    /** Whether there is a summary by product family of it, and a file of its transactions. */
    public boolean isItemized() {
        return agreement.terms().itemizesInvoices();
    }

    /** Whether there is usage behind it that was charged: a credit note gives back, in whole or in part. */
    public boolean hasUsage() {
        return documentType == DocumentType.INVOICE;
    }

    /** Whether there is a tax document of it. */
    public boolean hasTax() {
        return figures.tax().signum() != 0;
    }
}
