package io.factuur.usage.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static io.factuur.usage.TestUsage.TestRow.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.TestClock;
import io.factuur.TestCustomers;
import io.factuur.UiTest;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import io.factuur.ui.FileButton;
import io.factuur.ui.KeyFigure;
import io.factuur.usage.TestUsage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CostAnalysisViewTest extends UiTest {

    @Autowired
    TestCustomers customers;

    @Autowired
    TestUsage usage;

    @Autowired
    TestClock clock;

    private Scope profile;
    private Person reader;

    @BeforeEach
    void twoMonths() {
        clock.setTo(Instant.parse("2024-10-10T12:00:00Z"));
        Scope account = customers.account(AgreementType.MCA, "Account");
        profile = customers.child(account, ScopeKind.BILLING_PROFILE, "Profile");
        Scope section = customers.child(profile, ScopeKind.INVOICE_SECTION, "Section");
        Scope lab = customers.child(section, ScopeKind.SUBSCRIPTION, "Lab");
        reader = customers.somebodyWith(Role.BILLING_PROFILE_READER, profile);
        List<TestUsage.TestRow> september = new ArrayList<>();
        List<TestUsage.TestRow> october = new ArrayList<>();
        for (LocalDate day = LocalDate.parse("2024-09-01");
                day.isBefore(LocalDate.parse("2024-10-10"));
                day = day.plusDays(1)) {
            (day.getMonthValue() == 9 ? september : october)
                    .add(of(
                            lab,
                            day,
                            day.getMonthValue() == 9 ? "10" : "20",
                            "service_name",
                            day.getDayOfMonth() == 3 ? "Compute" : "Storage",
                            "region_name",
                            day.getDayOfMonth() == 3 ? "North Europe" : "West <b>Europe</b>",
                            "tags",
                            day.getDayOfMonth() == 3 ? "{\"env\": \"test\"}" : ""));
        }
        deliver(september, "2024-09-01", "2024-10-01");
        deliver(october, "2024-10-01", "2024-11-01");
        signIn(reader);
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void theMonthThatRunsIsShownByDayWithWhatIsExpected() {
        CostAnalysisView view = open("billing/" + profile.id() + "/costs", CostAnalysisView.class);
        assertThat(_find(KeyFigure.class))
                .extracting(figure -> figure.getElement().getTextRecursively())
                .anySatisfy(text -> assertThat(text).contains("Cost", "180.00\u00a0EUR"))
                .anySatisfy(text -> assertThat(text).contains("The time before", "300.00\u00a0EUR"))
                .anySatisfy(text -> assertThat(text).contains("Expected at the end of the month", "likely between"));
        String chart =
                _get(view, com.vaadin.flow.component.Html.class).getElement().getOuterHTML();
        assertThat(chart)
                .startsWith("<div")
                .contains("<svg", "chart-now", "chart-before", "chart-expected", "aria-label");
        assertThat(_get(SliceTable.class).getElement().getTextRecursively())
                .contains("3 Oct 2024", "20.00\u00a0EUR", "+10.00\u00a0EUR · +100\u00a0%");
    }

    @Test
    void chargesAreToldApartAndComparedAndTheRowsAreBehindThem() {
        open("billing/" + profile.id() + "/costs?by=region&from=2024-10-01&to=2024-10-09");
        String table = _get(SliceTable.class).getElement().getTextRecursively();
        assertThat(table).contains("West <b>Europe</b>", "160.00\u00a0EUR", "North Europe", "20.00\u00a0EUR");
        assertThat(_find(FileButton.class)).hasSize(2);
        _click(_find(FileButton.class).getFirst());

        open("billing/" + profile.id() + "/costs?by=tag&tag=env&from=2024-10-01&to=2024-10-09");
        assertThat(_get(SliceTable.class).getElement().getTextRecursively())
                .contains("test", "20.00\u00a0EUR", "(none)", "160.00\u00a0EUR");
        for (String by : List.of("service", "subscription", "resource-group", "marketplace", "nonsense")) {
            open("billing/" + profile.id() + "/costs?by=" + by, CostAnalysisView.class);
        }
    }

    @Test
    void thresholdsSayWhetherTheyArePassed() {
        open("billing/" + profile.id() + "/costs");
        ThresholdPanel panel = _get(ThresholdPanel.class);
        _setValue(panel.amount, new BigDecimal("179.5"));
        _click(panel.add);
        assertThat(panel.getElement().getTextRecursively()).contains("179.50\u00a0EUR", "Passed this month");
        _setValue(panel.amount, new BigDecimal("1000"));
        _click(panel.add);
        assertThat(panel.getElement().getTextRecursively()).contains("1,000.00\u00a0EUR", "Not reached");
    }

    private void deliver(List<TestUsage.TestRow> rows, String from, String to) {
        usage.deliver(profile, profile, LocalDate.parse(from), LocalDate.parse(to), rows);
    }
}
