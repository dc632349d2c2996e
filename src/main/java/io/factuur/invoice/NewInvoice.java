package io.factuur.invoice;

import io.factuur.agreement.AgreementType;
import io.factuur.shared.BillingPeriod;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that an invoice is stored with, but for its number. */
record NewInvoice(
        @Nullable Long runId,
        long scopeId,
        long rootId,
        AgreementType agreement,
        String scopeName,
        InvoiceType type,
        DocumentType documentType,
        BillingPeriod period,
        LocalDate invoiceDate,
        int paymentTermDays,
        Customer customer,
        InvoiceDraft draft,
        List<CreditGrants.Taken> taken,
        @Nullable Long creditForId,
        @Nullable Long rebillOfId) {

    /** Whether its agreement wants it issued: it may not where everything on it was paid beforehand. */
    boolean isWanted() {
        return agreement.terms().invoicesCovered()
                || draft.figures().subtotal().signum() != 0
                || !draft.lines().stream()
                        .allMatch(line -> agreement.terms().creditsCover(line.chargeCategory(), line.publisherName()));
    }

    NewInvoice replacing(long oldId) {
        return new NewInvoice(
                runId,
                scopeId,
                rootId,
                agreement,
                scopeName,
                type,
                documentType,
                period,
                invoiceDate,
                paymentTermDays,
                customer,
                draft,
                taken,
                creditForId,
                oldId);
    }
}
