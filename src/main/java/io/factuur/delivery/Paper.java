package io.factuur.delivery;

import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Money;
import java.time.LocalDate;

/**
 * What a mail says about an invoice; all of it as stored at issue.
 *
 * @param creditNote whether it gives money back
 * @param standing false once it has been voided
 */
record Paper(
        String number,
        long scopeId,
        String scopeName,
        boolean creditNote,
        boolean standing,
        BillingPeriod period,
        LocalDate dueDate,
        Money total,
        Money amountDue) {}
