package io.factuur.scope;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.IntegrationTest;
import io.factuur.TestCustomers;
import io.factuur.TestPeople;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Operation;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.security.Person;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class ScopeFinderTest {

    @Autowired
    ScopeFinder finder;

    @Autowired
    ScopeProperties properties;

    @Autowired
    RecentScopes recent;

    @Autowired
    TestCustomers scopes;

    @Autowired
    TestPeople people;

    Scope account;
    Scope first;
    Scope second;
    Person owner;

    @BeforeEach
    void anAccountOfTwoProfiles() {
        account = scopes.account(AgreementType.MCA, "Quixotic Windmills");
        first = scopes.child(account, ScopeKind.BILLING_PROFILE, "Quixotic sales");
        second = scopes.child(account, ScopeKind.BILLING_PROFILE, "Quixotic labs");
        owner = scopes.somebodyWith(Role.BILLING_ACCOUNT_OWNER, account);
    }

    @Test
    void findsInSpiteOfASlipAndPutsTheRecentFirst() {
        assertThat(found("qiuxotic", owner)).containsExactly(second.id(), first.id(), account.id());
        recent.visited(first.id(), owner);
        assertThat(found("quixotic", owner)).containsExactly(first.id(), second.id(), account.id());
        assertThat(found("", owner)).containsExactly(first.id());
        assertThat(found(second.externalId().substring(0, 13), owner)).containsExactly(second.id());
    }

    @Test
    void neverShowsWhatThePersonMayNot() {
        Person reader = scopes.somebodyWith(Role.BILLING_PROFILE_READER, second);
        assertThat(found("quixotic", reader)).containsExactly(second.id());
        assertThat(found("quixotic", people.somebody())).isEmpty();
        assertThat(ids(finder.find("quixotic", Operation.CHANGE_INVOICE_MAIL, 9, reader)))
                .isEmpty();
        assertThat(ids(finder.find("quixotic", Operation.CHANGE_INVOICE_MAIL, 9, owner)))
                .containsExactlyInAnyOrder(first.id(), second.id());
    }

    @Test
    void theOperatorFindsEveryScopeButNoneToSeeTheCostsOf() {
        Person operator = people.operator();
        assertThat(found("quixotic labs", operator)).contains(second.id());
        assertThat(ids(finder.find("quixotic labs", Operation.SEE_COSTS, 9, operator)))
                .isEmpty();
    }

    @Test
    void aNewNameIsFoundAtOnce() {
        Properties known = properties.get(second.id(), owner);
        assertThat(found("zephyrean", owner)).isEmpty();
        properties.change(second.id(), TestScopes.named(known, "Zephyrean labs"), owner);
        assertThat(found("zefyrean", owner)).containsExactly(second.id());
    }

    private List<Long> found(String typed, Person person) {
        return ids(finder.find(typed, Operation.SEE_SCOPE, 9, person));
    }

    private static List<Long> ids(List<ScopeFinder.Found> found) {
        return found.stream().map(hit -> hit.scope().id()).toList();
    }
}
