package io.factuur.usage.ui;

import com.vaadin.flow.component.Component;
import io.factuur.agreement.Agreement.UsageLayout;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Operation;
import io.factuur.agreement.ScopeKind;
import io.factuur.security.Person;
import io.factuur.shared.Texts;
import io.factuur.ui.DocumentLink;
import io.factuur.ui.Formats;
import io.factuur.ui.OverviewCard;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/** The charges of the month that runs, not billed yet, as a file: on the Overview of a billing profile. */
@org.springframework.stereotype.Component
class OpenChargesCard implements OverviewCard {

    private final Clock clock;

    OpenChargesCard(Clock clock) {
        this.clock = clock;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Place place() {
        return Place.WIDE;
    }

    @Override
    public Operation needs() {
        return Operation.DOWNLOAD_USAGE;
    }

    @Override
    public boolean fits(AgreementType agreement, ScopeKind kind) {
        return agreement.terms().usageLayout() == UsageLayout.MCA
                && kind == agreement.terms().invoicedKind();
    }

    @Override
    public Optional<Component> show(long scopeId, Person person) {
        YearMonth now = YearMonth.from(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return Optional.of(new DocumentLink(
                "/api/v1/usage?scope=" + scopeId + "&period=" + now + "&charges=open",
                Texts.get(Formats.here().locale(), "overview.download-open")));
    }
}
