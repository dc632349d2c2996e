package io.factuur.invoice.ui;

import io.factuur.invoice.CreditBalances;
import io.factuur.invoice.Credits;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** What the pages of credits read from. */
@Component
record CreditBooks(Credits credits, CreditBalances balances, Clock clock) {

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
