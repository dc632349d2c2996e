package io.factuur.scope.ui;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Operation;
import io.factuur.agreement.ScopeKind;
import io.factuur.ui.ScopePage;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages that every scope has, and one for each kind of scope that can stand below it. */
@Configuration
class ScopePages {

    @Bean
    ScopePage overviewPage() {
        return new Page("overview", "overview.title", "overview", 10, null);
    }

    @Bean
    ScopePage profilesPage() {
        return list(ScopeKind.BILLING_PROFILE, "profile", 40);
    }

    @Bean
    ScopePage sectionsPage() {
        return list(ScopeKind.INVOICE_SECTION, "section", 41);
    }

    @Bean
    ScopePage departmentsPage() {
        return list(ScopeKind.DEPARTMENT, "department", 42);
    }

    @Bean
    ScopePage accountsPage() {
        return list(ScopeKind.ENROLLMENT_ACCOUNT, "account", 43);
    }

    @Bean
    ScopePage subscriptionsPage() {
        return list(ScopeKind.SUBSCRIPTION, "subscription", 44);
    }

    @Bean
    ScopePage propertiesPage() {
        return new Page("properties", "properties.title", "properties", 60, null);
    }

    @Bean
    ScopePage policiesPage() {
        return new ScopePage() {
            @Override
            public String segment() {
                return "policies";
            }

            @Override
            public String labelKey() {
                return "policies.title";
            }

            @Override
            public String icon() {
                return "shield";
            }

            @Override
            public int order() {
                return 61;
            }

            @Override
            public Operation needs() {
                return Operation.SEE_SCOPE;
            }

            @Override
            public boolean fits(AgreementType agreement, ScopeKind kind) {
                return hasPolicies(agreement, kind);
            }
        };
    }

    /** A single switch of a subscription stands where its invoices are. */
    static boolean hasPolicies(AgreementType agreement, ScopeKind kind) {
        return agreement.terms().switchesAt(kind).size() > 1;
    }

    private static ScopePage list(ScopeKind kind, String icon, int order) {
        return new Page(ChildKind.of(kind).segment(), ChildKind.of(kind).labelKey(), icon, order, kind);
    }

    private record Page(String segment, String labelKey, String icon, int order, ScopeKind lists) implements ScopePage {

        @Override
        public Operation needs() {
            return Operation.SEE_SCOPE;
        }

        @Override
        public boolean fits(AgreementType agreement, ScopeKind kind) {
            return lists == null || below(agreement, kind).contains(lists);
        }

        private static Set<ScopeKind> below(AgreementType agreement, ScopeKind kind) {
            Set<ScopeKind> below = EnumSet.noneOf(ScopeKind.class);
            for (ScopeKind child : agreement.terms().childrenOf(kind)) {
                below.add(child);
                below.addAll(below(agreement, child));
            }
            return below;
        }
    }
}
