package io.factuur.scope.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.TestTree;
import io.factuur.UiTest;
import io.factuur.access.Assignments;
import io.factuur.access.Guard;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Condition;
import io.factuur.agreement.Operation;
import io.factuur.agreement.Property;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.ScopeProperties;
import io.factuur.security.Person;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PoliciesViewTest extends UiTest {

    @Autowired
    TestTree tree;

    @Autowired
    Assignments assignments;

    @Autowired
    ScopeProperties properties;

    @Autowired
    Guard guard;

    @Test
    void anEnterpriseAdministratorTurnsAPolicyOnAndItCountsAtOnce() {
        long enrollment = tree.account(AgreementType.EA);
        long department = tree.child(enrollment, ScopeKind.DEPARTMENT);
        Person admin = with(Role.ENTERPRISE_ADMINISTRATOR, enrollment);
        Person departmentAdmin = with(Role.DEPARTMENT_ADMINISTRATOR, department);
        signIn(admin);
        PoliciesView view = open("billing/" + enrollment + "/policies", PoliciesView.class);
        assertThat(one(view, Condition.INVOICE_DOWNLOAD).box.isEnabled())
                .as("the operator's own")
                .isFalse();
        _setValue(one(view, Condition.DEPARTMENT_ADMIN_VIEW_CHARGES).box, true);
        assertThat(guard.allows(Operation.SEE_COSTS, department, departmentAdmin))
                .isFalse();
        _click(view.save);
        assertThat(guard.allows(Operation.SEE_COSTS, department, departmentAdmin))
                .isTrue();
    }

    @Test
    void whoMayOnlyReadSeesWhy() {
        long enrollment = tree.account(AgreementType.EA);
        signIn(with(Role.ENTERPRISE_ADMINISTRATOR_READ_ONLY, enrollment));
        PoliciesView view = open("billing/" + enrollment + "/policies", PoliciesView.class);
        assertThat(view.switches).isNotEmpty().noneMatch(one -> one.box.isEnabled());
        assertThat(view.save.isVisible()).isFalse();
    }

    @Test
    void propertiesAreChangedWhereTheRoleAllows() {
        long profile = tree.child(tree.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        Person owner = with(Role.BILLING_PROFILE_OWNER, profile);
        signIn(owner);
        PropertiesView view = open("billing/" + profile + "/properties", PropertiesView.class);
        _click(view.update);
        PropertiesDialog dialog = _get(PropertiesDialog.class);
        _setValue(dialog.texts.get(Property.PURCHASE_ORDER), "PO-9");
        _click(dialog.save);
        assertThat(properties.get(profile, owner).purchaseOrder()).isEqualTo("PO-9");

        signIn(with(Role.BILLING_PROFILE_READER, profile));
        assertThat(open("billing/" + profile + "/properties", PropertiesView.class)
                        .update
                        .isEnabled())
                .isFalse();
    }

    @Test
    void whatIsNotFilledInSaysWhereInvoicesTakeItFrom() {
        long account = tree.account(AgreementType.MCA);
        long profile = tree.child(account, ScopeKind.BILLING_PROFILE);
        signIn(with(Role.BILLING_ACCOUNT_OWNER, account));
        PropertiesView above = open("billing/" + account + "/properties", PropertiesView.class);
        _click(above.update);
        PropertiesDialog dialog = _get(PropertiesDialog.class);
        _setValue(dialog.texts.get(Property.TAX_ID), "NL001234567B01");
        _click(dialog.save);

        signIn(with(Role.BILLING_PROFILE_READER, profile));
        assertThat(open("billing/" + profile + "/properties", PropertiesView.class)
                        .getElement()
                        .getTextRecursively())
                .contains(
                        "NL001234567B01Taken from: Billing account",
                        "The same as \"Bill to\"",
                        "PO numberNot filled in");

        long enrollment = tree.account(AgreementType.EA);
        signIn(with(Role.ENTERPRISE_ADMINISTRATOR, enrollment));
        assertThat(open("billing/" + enrollment + "/properties", PropertiesView.class)
                        .getElement()
                        .getTextRecursively())
                .contains("The enrollment number, until a PO number is filled in");
    }

    private PolicySwitch one(PoliciesView view, Condition policy) {
        return view.switches.stream()
                .filter(found -> found.policy() == policy)
                .findFirst()
                .orElseThrow();
    }

    private Person with(Role role, long scope) {
        Person person = people.somebody();
        assignments.assign(scope, person.username(), role, people.operator());
        return person;
    }
}
