package io.factuur.delivery.ui;

import io.factuur.delivery.MailTroubles;
import io.factuur.ui.FirstStep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The first invoice by mail. */
@Configuration
class MailFirstSteps {

    @Bean
    FirstStep firstMail(MailTroubles troubles) {
        return FirstStep.of(50, "first.mail", "operator/mail", troubles::anySent);
    }
}
