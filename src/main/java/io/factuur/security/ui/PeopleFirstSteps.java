package io.factuur.security.ui;

import io.factuur.security.PeopleDirectory;
import io.factuur.ui.FirstStep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The first customer: an account's owner has to be somebody who is known here, and opts in to the mails. */
@Configuration
class PeopleFirstSteps {

    @Bean
    FirstStep firstPerson(PeopleDirectory people) {
        return FirstStep.of(15, "first.person", "operator/people?invite", people::anyCustomer);
    }
}
