package io.factuur.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.Questions;
import io.factuur.TestCustomers;
import io.factuur.TestPeople;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.ScopeQuery.Sort;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class ScopeListsTest {

    @Autowired
    ScopeLists lists;

    @Autowired
    RecentScopes recent;

    @Autowired
    TestCustomers scopes;

    @Autowired
    Scopes all;

    @Autowired
    TestPeople people;

    @Test
    void showsWhereAPersonsViewOfTheTreeBegins() {
        Scope account = scopes.account(AgreementType.MCA, "Top");
        Scope mine = scopes.child(account, ScopeKind.BILLING_PROFILE, "Mine");
        Scope section = scopes.child(mine, ScopeKind.INVOICE_SECTION, "Below mine");
        Person owner = scopes.somebodyWith(Role.BILLING_PROFILE_OWNER, mine);
        scopes.assign(owner, Role.INVOICE_SECTION_READER, section);

        List<ListedScope> top = lists.page(ScopeQuery.top(), 0, 10, owner);

        assertThat(top).extracting(row -> row.scope().id()).containsExactly(mine.id());
        assertThat(top.getFirst().myRoles()).containsExactly(Role.BILLING_PROFILE_OWNER);
        assertThat(top.getFirst().accountName()).isEqualTo("Top");
        assertThat(lists.page(ScopeQuery.below(mine.id(), ScopeKind.INVOICE_SECTION), 0, 10, owner)
                        .getFirst()
                        .myRoles())
                .containsExactly(Role.INVOICE_SECTION_READER, Role.BILLING_PROFILE_OWNER);
        assertThat(lists.count(ScopeQuery.top(), owner)).isEqualTo(1);
        assertThat(lists.several(owner)).isFalse();
    }

    @Test
    void asksAsMuchForManyScopesAsForOne() {
        Scope account = scopes.account(AgreementType.MCA, "Many");
        Person owner = scopes.somebodyWith(Role.BILLING_ACCOUNT_OWNER, account);
        for (int i = 0; i < 8; i++) {
            scopes.child(account, ScopeKind.BILLING_PROFILE, "Profile " + i);
        }
        ScopeQuery below = ScopeQuery.below(account.id(), ScopeKind.BILLING_PROFILE);
        assertThat(Questions.of(() -> lists.page(below, 0, 8, owner)))
                .hasSameSizeAs(Questions.of(() -> lists.page(below, 0, 1, owner)));
        assertThat(Questions.of(() -> all.list(0, 8, owner))).hasSameSizeAs(Questions.of(() -> all.list(0, 1, owner)));
    }

    @Test
    void filtersAndSortsInTheDatabase() {
        Scope first = scopes.account(AgreementType.MCA, "Beta 50%");
        Scope second = scopes.account(AgreementType.EA, "Alpha");
        Person both = scopes.somebodyWith(Role.BILLING_ACCOUNT_OWNER, first);
        scopes.assign(both, Role.ENTERPRISE_ADMINISTRATOR, second);

        assertThat(names(ScopeQuery.top(), both)).containsExactly("Alpha", "Beta 50%");
        assertThat(names(ScopeQuery.top().sortedBy(Sort.NAME, true), both)).containsExactly("Beta 50%", "Alpha");
        assertThat(names(ScopeQuery.top().matching("50%"), both)).containsExactly("Beta 50%");
        assertThat(names(ScopeQuery.top().matching("al_ha"), both)).isEmpty();
        assertThat(names(ScopeQuery.top().matching(second.externalId().toUpperCase(Locale.ROOT)), both))
                .containsExactly("Alpha");
        assertThat(names(ScopeQuery.top().under(AgreementType.MCA), both)).containsExactly("Beta 50%");
        assertThat(lists.several(both)).isTrue();
    }

    @Test
    void whatStandsBelowAScopeIsOnlyForThoseWhoMaySeeIt() {
        Scope account = scopes.account(AgreementType.MCA, "Account");
        Scope profile = scopes.child(account, ScopeKind.BILLING_PROFILE, "Profile");
        Person owner = scopes.somebodyWith(Role.BILLING_ACCOUNT_OWNER, account);

        assertThat(names(ScopeQuery.below(account.id(), ScopeKind.BILLING_PROFILE), owner))
                .containsExactly("Profile");
        Person stranger = people.somebody();
        assertThatThrownBy(() -> names(ScopeQuery.below(account.id(), ScopeKind.BILLING_PROFILE), stranger))
                .isInstanceOf(Problem.class);
        assertThat(profile.parentId()).isEqualTo(account.id());
    }

    @Test
    void remembersWhereOneWasAndForgetsWhatOneMayNotSeeAnyMore() {
        Scope first = scopes.account(AgreementType.MCA, "First");
        Scope second = scopes.account(AgreementType.MCA, "Second");
        Person owner = scopes.somebodyWith(Role.BILLING_ACCOUNT_OWNER, first);

        recent.visited(first.id(), owner);
        recent.visited(second.id(), owner);
        recent.visited(first.id(), owner);

        assertThat(recent.list(5, owner)).extracting(Scope::id).containsExactly(first.id());
    }

    private List<String> names(ScopeQuery query, Person person) {
        return lists.page(query, 0, 10, person).stream()
                .map(row -> row.scope().name())
                .toList();
    }
}
