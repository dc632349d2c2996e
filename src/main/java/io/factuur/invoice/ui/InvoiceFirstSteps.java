package io.factuur.invoice.ui;

import io.factuur.invoice.Issuer;
import io.factuur.invoice.PeriodsToClose;
import io.factuur.ui.FirstStep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The company on the invoices, and the first of them. */
@Configuration
class InvoiceFirstSteps {

    @Bean
    FirstStep firstDetails(Issuer issuer) {
        return FirstStep.of(10, "first.issuer", "operator/issuer", issuer::isFilledIn);
    }

    @Bean
    FirstStep firstInvoice(PeriodsToClose periods) {
        return FirstStep.of(40, "first.invoice", "operator/billing-runs", periods::anyIssued);
    }
}
