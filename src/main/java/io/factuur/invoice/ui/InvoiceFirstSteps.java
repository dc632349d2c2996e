package io.factuur.invoice.ui;

import io.factuur.invoice.PeriodsToClose;
import io.factuur.ui.FirstStep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The first invoice. */
@Configuration
class InvoiceFirstSteps {

    @Bean
    FirstStep firstInvoice(PeriodsToClose periods) {
        return FirstStep.of(40, "first.invoice", "operator/billing-runs", periods::anyIssued);
    }
}
