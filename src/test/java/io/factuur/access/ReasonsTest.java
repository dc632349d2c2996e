package io.factuur.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.TestPeople;
import io.factuur.TestTree;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Operation;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class ReasonsTest {

    @Autowired
    Guard guard;

    @Autowired
    Assignments assignments;

    @Autowired
    TestTree tree;

    @Autowired
    TestPeople people;

    @Test
    void anInheritedRoleSaysWhereItComesFrom() {
        long account = tree.account(AgreementType.MCA);
        long profile = tree.child(account, ScopeKind.BILLING_PROFILE);
        Person owner = holding(Role.BILLING_ACCOUNT_OWNER, account);
        assertThat(sentence(Operation.DOWNLOAD_INVOICE, profile, owner))
                .isEqualTo("As Billing account owner of " + tree.name(account) + ".");
        assertThat(sentence(Operation.SEE_COSTS, account, owner)).isEqualTo("As Billing account owner here.");
    }

    @Test
    void aSwitchThatIsOffNamesWhoCanTurnItOn() {
        long account = tree.account(AgreementType.MOSP);
        long subscription = tree.child(account, ScopeKind.SUBSCRIPTION);
        Person reader = holding(Role.SUBSCRIPTION_READER, subscription);
        assertThat(sentence(Operation.DOWNLOAD_INVOICE, subscription, reader))
                .isEqualTo("\"Access to invoice\" is off. Only the Account Administrator can turn this on,"
                        + " and nobody holds that role here; ask the operator.");
        Person administrator = holding(Role.ACCOUNT_ADMINISTRATOR, account);
        assertThat(sentence(Operation.DOWNLOAD_INVOICE, subscription, reader))
                .isEqualTo("\"Access to invoice\" is off. Only the Account Administrator can turn this on: "
                        + administrator.displayName() + ".");
    }

    @Test
    void aMissingRoleIsNamedWithThoseWhoCanGiveIt() {
        long account = tree.account(AgreementType.MCA);
        long profile = tree.child(account, ScopeKind.BILLING_PROFILE);
        Person owner = holding(Role.BILLING_PROFILE_OWNER, profile);
        Person reader = holding(Role.BILLING_PROFILE_READER, profile);
        assertThat(sentence(Operation.CHANGE_INVOICE_MAIL, profile, reader))
                .isEqualTo("This needs the role Billing account owner, Billing account contributor, Billing profile"
                        + " owner, or Billing profile contributor. It can be given by the Billing account owner or"
                        + " Billing profile owner: " + owner.displayName() + ".");
    }

    @Test
    void aRoleThatIsGivenAboveIsNotAskedOfThoseWhoGiveRolesBelowOnly() {
        long account = tree.account(AgreementType.MOSP);
        long subscription = tree.child(account, ScopeKind.SUBSCRIPTION);
        holding(Role.SUBSCRIPTION_OWNER, subscription);
        Person reader = holding(Role.SUBSCRIPTION_READER, subscription);
        Person administrator = holding(Role.ACCOUNT_ADMINISTRATOR, account);
        assertThat(sentence(Operation.CHANGE_INVOICE_MAIL, subscription, reader))
                .isEqualTo("This needs the role Account Administrator. It can be given by the Account Administrator: "
                        + administrator.displayName() + ".");
        Person other = holding(Role.COST_MANAGEMENT_READER, subscription);
        assertThat(sentence(Operation.SEE_ACCESS, subscription, other))
                .contains("It can be given by the Account Administrator, Owner, or User Access Administrator: ");
    }

    @Test
    void whereNoRoleIsEnoughTheSwitchIsNamedAndNoGiver() {
        long account = tree.account(AgreementType.EA);
        Person reader = holding(Role.ENTERPRISE_ADMINISTRATOR_READ_ONLY, account);
        assertThat(sentence(Operation.DOWNLOAD_INVOICE, account, reader))
                .isEqualTo("No role allows this here while \"Invoice download\" is off."
                        + " Only the operator of this portal can turn this on.");
    }

    @Test
    void whatTheAgreementDoesNotHaveSaysSo() {
        long account = tree.account(AgreementType.EA);
        Person administrator = holding(Role.ENTERPRISE_ADMINISTRATOR, account);
        assertThat(sentence(Operation.PAY, account, administrator))
                .isEqualTo("The agreement has no such thing here (Enterprise Agreement, Billing account).");
    }

    @Test
    void invoicesOfAnEnrollmentWaitForTheOperatorsSwitch() {
        long account = tree.account(AgreementType.EA);
        Person administrator = holding(Role.ENTERPRISE_ADMINISTRATOR, account);
        assertThat(Reasons.sentence(guard.decide(Operation.DOWNLOAD_INVOICE, account, administrator), Locale.of("nl")))
                .isEqualTo("\"Factuur downloaden\" staat uit. Alleen de operator van deze portal kan dit inschakelen.");
    }

    @Test
    void whoMayNotKnowTheScopeGetsNoReasonEither() {
        long account = tree.account(AgreementType.MCA);
        Person nobody = people.somebody();
        assertThatThrownBy(() -> guard.decide(Operation.SEE_COSTS, account, nobody))
                .isInstanceOf(Problem.class)
                .hasMessage("There is nothing here, or it is not yours to see.");
    }

    private String sentence(Operation operation, long scope, Person person) {
        return Reasons.sentence(guard.decide(operation, scope, person), Locale.ENGLISH);
    }

    private Person holding(Role role, long scope) {
        Person person = people.somebody();
        assignments.assign(scope, person.username(), role, people.operator());
        return person;
    }
}
