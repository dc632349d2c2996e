package io.factuur.usage.ui;

import io.factuur.agreement.Agreement.UsageLayout;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Operation;
import io.factuur.agreement.ScopeKind;
import io.factuur.ui.ScopePage;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What usage adds to a scope's menu. */
@Configuration
class UsagePages {

    private static final Set<ScopeKind> WITH_CHARGES =
            Set.of(ScopeKind.BILLING_ACCOUNT, ScopeKind.DEPARTMENT, ScopeKind.ENROLLMENT_ACCOUNT);

    @Bean
    ScopePage costAnalysisPage() {
        return new Page("costs", "analysis.title", "usage", 15, false);
    }

    @Bean
    ScopePage enterpriseUsagePage() {
        return new Page("usage", "usage.charges.title", "download", 25, true);
    }

    private record Page(String segment, String labelKey, String icon, int order, boolean enterprise)
            implements ScopePage {

        @Override
        public Operation needs() {
            return Operation.SEE_COSTS;
        }

        @Override
        public boolean fits(AgreementType agreement, ScopeKind kind) {
            return !enterprise || agreement.terms().usageLayout() == UsageLayout.EA && WITH_CHARGES.contains(kind);
        }
    }
}
