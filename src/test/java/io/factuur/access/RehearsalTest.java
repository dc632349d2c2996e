package io.factuur.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.TestPeople;
import io.factuur.TestTree;
import io.factuur.access.Rehearsal.Difference;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Operation;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class RehearsalTest {

    @Autowired
    Rehearsal rehearsal;

    @Autowired
    Assignments assignments;

    @Autowired
    Guard guard;

    @Autowired
    TestTree tree;

    @Autowired
    TestPeople people;

    @Test
    void showsWhatARoleWouldGiveAndGivesNothing() {
        long account = tree.account(AgreementType.MCA);
        long profile = tree.child(account, ScopeKind.BILLING_PROFILE);
        tree.child(profile, ScopeKind.INVOICE_SECTION);
        tree.child(profile, ScopeKind.INVOICE_SECTION);
        Person reader = people.somebody();
        assertThat(rehearsal.ofAssigning(profile, reader.username(), Role.BILLING_PROFILE_READER, people.operator()))
                .contains(
                        new Difference(Operation.DOWNLOAD_INVOICE, ScopeKind.BILLING_PROFILE, 0, 1),
                        new Difference(Operation.SEE_INVOICES, ScopeKind.INVOICE_SECTION, 0, 2))
                .noneMatch(difference -> difference.operation() == Operation.CHANGE_INVOICE_MAIL);
        assertThat(guard.allowed(profile, reader)).isEmpty();
    }

    @Test
    void showsWhatIsLostAndWhatAnotherRoleKeeps() {
        long account = tree.account(AgreementType.MCA);
        long profile = tree.child(account, ScopeKind.BILLING_PROFILE);
        Person person = people.somebody();
        Person operator = people.operator();
        assignments.assign(profile, person.username(), Role.BILLING_PROFILE_READER, operator);
        assignments.assign(profile, people.somebody().username(), Role.BILLING_PROFILE_OWNER, operator);
        long owner = assignments
                .assign(profile, person.username(), Role.BILLING_PROFILE_OWNER, operator)
                .id();
        assertThat(rehearsal.ofRemoving(profile, owner, operator))
                .contains(new Difference(Operation.GRANT_ACCESS, ScopeKind.BILLING_PROFILE, 1, 0))
                .noneMatch(difference -> difference.operation() == Operation.DOWNLOAD_INVOICE);
        assertThat(guard.allows(Operation.GRANT_ACCESS, profile, person)).isTrue();
    }

    @Test
    void aRoleThatMayNotBeTakenAwayIsNotRehearsedEither() {
        long account = tree.account(AgreementType.MCA);
        Person operator = people.operator();
        Person only = people.somebody();
        long last = assignments
                .assign(account, only.username(), Role.BILLING_ACCOUNT_OWNER, operator)
                .id();
        assertThatThrownBy(() -> rehearsal.ofRemoving(account, last, operator)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> rehearsal.ofRemoving(account, last, people.somebody()))
                .isInstanceOf(Problem.class);
    }
}
