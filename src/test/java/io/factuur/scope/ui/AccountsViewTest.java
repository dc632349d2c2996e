package io.factuur.scope.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import io.factuur.TestCustomers;
import io.factuur.UiTest;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.ListedScope;
import io.factuur.scope.Scope;
import io.factuur.scope.ScopeLists;
import io.factuur.scope.ScopeQuery;
import io.factuur.security.Person;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AccountsViewTest extends UiTest {

    @Autowired
    TestCustomers customers;

    @Autowired
    ScopeLists lists;

    private final String name = "Fabrikam " + UUID.randomUUID();

    @Test
    void createsAnAccountWithItsFirstOwner() {
        Person operator = people.operator();
        Person owner = people.somebody();
        signIn(operator);
        open("operator/accounts", AccountsView.class);
        _click(_get(Button.class, spec -> spec.withText("Create billing account")));
        CreateScope dialog = _get(CreateScope.class);
        _setValue(dialog.agreement, AgreementType.EA);
        _setValue(dialog.name, name);
        _setValue(dialog.externalId, name);
        _setValue(dialog.owner, owner.username());
        _click(dialog.save);

        _assertNone(CreateScope.class);
        List<ListedScope> theirs = lists.page(ScopeQuery.top(), 0, 5, owner);
        assertThat(theirs).hasSize(1);
        assertThat(theirs.getFirst().myRoles()).containsExactly(Role.ENTERPRISE_ADMINISTRATOR);
    }

    @Test
    void anOwnerNobodyKnowsLeavesNothingBehind() {
        Person operator = people.operator();
        signIn(operator);
        open("operator/accounts", AccountsView.class);
        _click(_get(Button.class, spec -> spec.withText("Create billing account")));
        CreateScope dialog = _get(CreateScope.class);
        _setValue(dialog.name, name);
        _setValue(dialog.externalId, name);
        _setValue(dialog.owner, "nobody-knows-" + name);
        _click(dialog.save);

        assertThat(_get(CreateScope.class).isOpened()).isTrue();
        assertThat(lists.count(ScopeQuery.top().matching(name), operator)).isZero();
    }

    @Test
    void offersOnlyTheKindsThatTheAgreementHasThere() {
        Scope account = customers.account(AgreementType.EA, name);
        signIn(people.operator());
        AccountsView view = open("operator/accounts", AccountsView.class);
        assertThat(view.isVisible()).isTrue();
        ScopeTreeGrid tree = _get(ScopeTreeGrid.class);
        tree.filter(name);
        tree.asSingleSelect()
                .setValue(lists.page(ScopeQuery.top().matching(name), 0, 1, people.operator())
                        .getFirst());
        _click(_get(Button.class, spec -> spec.withText("Create below")));
        assertThat(_get(CreateScope.class).kind.getListDataView().getItems())
                .containsExactly(ScopeKind.DEPARTMENT, ScopeKind.ENROLLMENT_ACCOUNT);
        assertThat(account.name()).isEqualTo(name);
    }

    @Test
    void isForTheOperatorOnly() {
        signIn(people.somebody());
        open("operator/accounts");
        _assertNone(AccountsView.class);
    }
}
