package io.factuur.usage.ui;

import io.factuur.ui.FirstStep;
import io.factuur.usage.ImportState;
import io.factuur.usage.UsageImports;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The first usage file. */
@Configuration
class UsageFirstSteps {

    private static final int LOOK_AT = 50;

    @Bean
    FirstStep firstImport(UsageImports imports) {
        return FirstStep.of(
                30,
                "first.import",
                "operator/imports",
                operator -> imports.list(Long.MAX_VALUE, LOOK_AT, operator).stream()
                        .anyMatch(file -> file.state() == ImportState.LIVE));
    }
}
