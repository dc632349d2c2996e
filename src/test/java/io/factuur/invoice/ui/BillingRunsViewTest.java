package io.factuur.invoice.ui;

import static com.github.mvysny.kaributesting.v10.GridKt._getFormattedRow;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import io.factuur.UiTest;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.ListedScope;
import io.factuur.scope.Scope;
import io.factuur.scope.ScopeLists;
import io.factuur.scope.ScopeQuery;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.usage.TestCharges;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BillingRunsViewTest extends UiTest {

    private static final BillingPeriod SEPTEMBER = BillingPeriod.month(YearMonth.of(2024, 9));

    /** Before whatever else waits in this database. */
    private static final BillingPeriod LONG_AGO = BillingPeriod.month(YearMonth.of(2001, 1));

    @Autowired
    TestScopes scopes;

    @Autowired
    TestCharges usage;

    @Autowired
    ScopeLists lists;

    @Test
    void closesAMonthAndShowsWhatWasIssued() {
        Scope account = scopes.account(AgreementType.MCA);
        Scope profile = scopes.child(account, ScopeKind.BILLING_PROFILE);
        usage.delivered(profile, SEPTEMBER, "EUR").used("Storage", "12.3449");
        BillingRunsView view = opened(account);
        view.period.setValue(" 2024-09 ");

        _click(view.close);

        assertThat(view.issued.isVisible()).isTrue();
        assertThat(_size(view.issued.grid)).isEqualTo(1);
        assertThat(_getFormattedRow(view.issued.grid, 0)).contains(profile.name(), "September 2024", "12.34\u00a0EUR");
        assertThat(_getFormattedRow(view.closed, 0)).contains(account.name(), "2024-09", "1");

        _click(view.close);

        assertThat(_size(view.issued.grid)).as("closing twice changes nothing").isEqualTo(1);
    }

    @Test
    void namesTheMonthsThatWaitAndFillsInTheChosenOne() {
        Scope account = scopes.account(AgreementType.MCA);
        Scope profile = scopes.child(account, ScopeKind.BILLING_PROFILE);
        usage.delivered(profile, LONG_AGO, "EUR").used("Storage", "12.3449");
        signIn(people.operator());
        BillingRunsView view = open("operator/billing-runs", BillingRunsView.class);
        Anchor chosen = _get(view.waiting, Anchor.class, spec -> spec.withText(account.name() + ", January 2001"));

        BillingRunsView filled = open(chosen.getHref(), BillingRunsView.class);
        assertThat(filled.account.getValue().scope().id()).isEqualTo(account.id());
        assertThat(filled.period.getValue()).isEqualTo("2001-01");
        _click(filled.close);
        assertThat(filled.waiting.getChildren().map(shown -> shown.getElement().getText()))
                .doesNotContain(account.name() + ", January 2001");
    }

    @Test
    void asksForWhatIsMissing() {
        Scope account = scopes.account(AgreementType.MCA);
        BillingRunsView view = opened(account);

        _click(view.close);

        assertThat(view.period.isInvalid()).isTrue();
        assertThat(view.account.isInvalid()).isFalse();
        assertThat(view.issued.isVisible()).isFalse();
        assertThat(view.close.isEnabled()).isTrue();
    }

    @Test
    void isNotThereForAnybodyElse() {
        signIn(people.somebody());
        open("operator/billing-runs");
        _assertNone(BillingRunsView.class);
        assertThat(_get(H1.class).getText()).doesNotContain("Billing runs");
    }

    private BillingRunsView opened(Scope account) {
        Person operator = people.operator();
        signIn(operator);
        BillingRunsView view = open("operator/billing-runs", BillingRunsView.class);
        ListedScope listed = lists.page(
                        ScopeQuery.all(ScopeKind.BILLING_ACCOUNT).matching(account.externalId()), 0, 10, operator)
                .getFirst();
        view.account.setValue(listed);
        return view;
    }
}
