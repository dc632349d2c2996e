package io.factuur.scope.ui;

import io.factuur.scope.ScopeLists;
import io.factuur.scope.ScopeQuery;
import io.factuur.ui.FirstStep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The first billing account. */
@Configuration
class ScopeFirstSteps {

    @Bean
    FirstStep firstAccount(ScopeLists lists) {
        return FirstStep.of(20, "first.account", "operator/accounts?create", operator -> !lists.page(
                        ScopeQuery.top(), 0, 1, operator)
                .isEmpty());
    }
}
