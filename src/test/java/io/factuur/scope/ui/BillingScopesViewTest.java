package io.factuur.scope.ui;

import static com.github.mvysny.kaributesting.v10.GridKt._clickItem;
import static com.github.mvysny.kaributesting.v10.GridKt._getFormattedRow;
import static com.github.mvysny.kaributesting.v10.GridKt._size;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import io.factuur.TestCustomers;
import io.factuur.UiTest;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BillingScopesViewTest extends UiTest {

    @Autowired
    TestCustomers scopes;

    @Test
    void withOneScopeItOpensAtOnce() {
        Scope account = scopes.account(AgreementType.MCA, "The only one");
        signIn(scopes.somebodyWith(Role.BILLING_ACCOUNT_READER, account));
        open("billing", OverviewView.class);
        assertThat(_get(H1.class).getText()).isEqualTo("The only one");
    }

    @Test
    void withSeveralThereIsAListThatCanBeFiltered() {
        Scope customer = scopes.account(AgreementType.MCA, "Customer");
        Scope enterprise = scopes.account(AgreementType.EA, "Enterprise");
        Person both = scopes.somebodyWith(Role.BILLING_ACCOUNT_READER, customer);
        scopes.assign(both, Role.ENTERPRISE_ADMINISTRATOR, enterprise);
        signIn(both);

        open("billing", BillingScopesView.class);
        ScopeGrid grid = _get(ScopeGrid.class);
        assertThat(_get(H1.class).getText()).isEqualTo("Billing scopes");
        assertThat(_size(grid)).isEqualTo(2);
        assertThat(_getFormattedRow(grid, 1))
                .contains(enterprise.externalId(), "Enterprise Agreement", "EUR", "Enterprise Administrator");

        _setValue(_get(TextField.class, spec -> spec.withPlaceholder("Filter by name or ID")), "custom");
        assertThat(_size(grid)).isEqualTo(1);

        open("billing?type=EA&page=departments", BillingScopesView.class);
        assertThat(_size(_get(ScopeGrid.class))).isEqualTo(1);
    }

    @Test
    void switchingTheScopeKeepsThePageWhereTheOtherHasIt() {
        Scope one = scopes.account(AgreementType.EA, "A enrollment");
        Scope customer = scopes.account(AgreementType.MCA, "B customer");
        Scope other = scopes.account(AgreementType.EA, "C enrollment");
        Person all = scopes.somebodyWith(Role.ENTERPRISE_ADMINISTRATOR, one);
        scopes.assign(all, Role.BILLING_ACCOUNT_OWNER, customer);
        scopes.assign(all, Role.ENTERPRISE_ADMINISTRATOR, other);
        signIn(all);
        open("billing/" + one.id() + "/invoices");
        assertThat(switchedTo(2)).isEqualTo("billing/" + other.id() + "/invoices");

        open("billing/" + one.id() + "/departments", ChildScopesView.class);
        assertThat(switchedTo(1)).isEqualTo("billing/" + customer.id() + "/overview");
    }

    /** Where one is after "Switch scope" and a row of the list. */
    private String switchedTo(int row) {
        open(_get(
                        Anchor.class,
                        spec -> spec.withPredicate(
                                link -> link.getElement().getTextRecursively().equals("Switch scope")))
                .getHref());
        _clickItem(_get(ScopeGrid.class), row);
        return UI.getCurrent().getActiveViewLocation().getPath();
    }

    @Test
    void withNoneItSaysWhomToAsk() {
        signIn(people.somebody());
        open("billing", BillingScopesView.class);
        assertThat(_get(H2.class).getText()).isEqualTo("No billing scopes");
    }

    @Test
    void childrenOfAScopeAreListedByKind() {
        Scope account = scopes.account(AgreementType.MCA, "Parent");
        scopes.child(account, ScopeKind.BILLING_PROFILE, "Profile A");
        signIn(scopes.somebodyWith(Role.BILLING_ACCOUNT_READER, account));
        open("billing/" + account.id() + "/profiles", ChildScopesView.class);
        assertThat(_get(H1.class).getText()).isEqualTo("Billing profiles");
        assertThat(_size(_get(ScopeGrid.class))).isEqualTo(1);
    }
}
