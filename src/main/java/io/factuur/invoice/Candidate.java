package io.factuur.invoice;

import io.factuur.agreement.AgreementType;
import io.factuur.shared.BillingPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** A scope that a billing run looks at: of the invoiced kind, or one with usage of its own. */
record Candidate(
        long id,
        long rootId,
        AgreementType agreement,
        String externalId,
        String name,
        String currency,
        String accountName,
        Instant createdAt) {

    LocalDate since() {
        return createdAt.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    Optional<BillingPeriod> period(AskedPeriod asked) {
        return asked.under(agreement.terms(), since());
    }

    /** With the period that the run closes for it. */
    record Closing(Candidate scope, BillingPeriod period) {}
}
