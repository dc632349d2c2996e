package io.factuur.invoice;

import io.factuur.agreement.AgreementType;
import io.factuur.shared.BillingPeriod;
import java.time.LocalDate;
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
        @Nullable Long creditForId,
        @Nullable Long rebillOfId) {}
