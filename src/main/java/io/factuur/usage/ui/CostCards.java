package io.factuur.usage.ui;

import com.vaadin.flow.component.Component;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Operation;
import io.factuur.agreement.ScopeKind;
import io.factuur.security.Person;
import io.factuur.ui.OverviewCard;
import io.factuur.usage.CostAnalysis;
import io.factuur.usage.Costs;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What costs add to a scope's Overview. */
@Configuration
class CostCards {

    private final Costs costs;
    private final CostAnalysis analysis;
    private final Clock clock;

    CostCards(Costs costs, CostAnalysis analysis, Clock clock) {
        this.analysis = analysis;
        this.costs = costs;
        this.clock = clock;
    }

    @Bean
    OverviewCard monthToDateCard() {
        return new Card(
                10,
                OverviewCard.Place.FIGURE,
                (scope, person) -> Optional.of(new MonthToDate(costs, analysis, clock).show(scope, person)));
    }

    @Bean
    OverviewCard lastMonthCard() {
        return new Card(
                11,
                OverviewCard.Place.FIGURE,
                (scope, person) -> Optional.of(new MonthToDate(costs, analysis, clock).showLast(scope, person)));
    }

    @Bean
    OverviewCard costByMonthCard() {
        return new Card(
                20,
                OverviewCard.Place.WIDE,
                (scope, person) -> Optional.of(new CostByMonth(costs, clock, scope, person)));
    }

    @Bean
    OverviewCard costByServiceCard() {
        return new Card(
                21,
                OverviewCard.Place.HALF,
                (scope, person) -> Optional.of(new CostByService(costs, clock, scope, person)));
    }

    private record Card(int order, OverviewCard.Place place, BiFunction<Long, Person, Optional<Component>> content)
            implements OverviewCard {

        @Override
        public Operation needs() {
            return Operation.SEE_COSTS;
        }

        @Override
        public boolean fits(AgreementType agreement, ScopeKind kind) {
            return true;
        }

        @Override
        public Optional<Component> show(long scopeId, Person person) {
            return content.apply(scopeId, person);
        }
    }
}
