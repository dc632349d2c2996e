package io.factuur.shell.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.sidenav.SideNavItem;
import io.factuur.TestCustomers;
import io.factuur.UiTest;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import io.factuur.security.ReadingHabits;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MainLayoutTest extends UiTest {

    @Autowired
    TestCustomers scopes;

    @Autowired
    ReadingHabits habits;

    @Autowired
    Search search;

    @Test
    void inAScopeTheMenuShowsItsPages() {
        Scope account = scopes.account(AgreementType.MCA, "Contoso");
        signIn(scopes.somebodyWith(Role.BILLING_ACCOUNT_READER, account));
        open("billing/" + account.id() + "/properties");
        assertThat(_find(SideNavItem.class))
                .extracting(SideNavItem::getLabel)
                .contains("Home", "Cost Management + Billing", "Overview", "Billing profiles", "Properties")
                .doesNotContain("Departments", "Accounts and scopes");
    }

    @Test
    void aScopeOfSomebodyElseLooksLikeNothing() {
        Scope account = scopes.account(AgreementType.MCA, "Contoso");
        Person somebody = people.somebody();
        signIn(somebody);
        open("billing/" + account.id() + "/overview", ProblemView.class);
        assertThat(_get(H1.class).getText()).isEqualTo("Nothing here");
        List<String> theirs = sentences();
        assertThat(theirs)
                .anyMatch(sentence -> sentence.contains("signed in as") && sentence.contains(somebody.email()));
        open("billing/999999999/overview", ProblemView.class);
        assertThat(sentences()).isEqualTo(theirs);
    }

    private static List<String> sentences() {
        return _find(Paragraph.class).stream().map(Paragraph::getText).toList();
    }

    @Test
    void aChosenLanguageIsKeptWithThePerson() {
        Person somebody = people.somebody();
        habits.chooseLanguage(Locale.of("nl"), somebody);
        signIn(somebody, Locale.ENGLISH);
        open("", HomeView.class);
        assertThat(_get(H1.class).getText()).isEqualTo("Start");
    }

    @Test
    void searchFindsPagesAndOwnScopesOnly() {
        Scope mine = scopes.account(AgreementType.EA, "Zebra holding " + UUID.randomUUID());
        scopes.account(AgreementType.EA, mine.name());
        Person admin = scopes.somebodyWith(Role.ENTERPRISE_ADMINISTRATOR, mine);
        signIn(admin);
        assertThat(search.find("Cost Management + Billing", admin)
                        .getFirst()
                        .hits()
                        .getFirst()
                        .path())
                .isEqualTo("billing");
        assertThat(search.find(mine.name().toUpperCase(Locale.ROOT), admin))
                .flatExtracting(Search.Found::hits)
                .extracting(hit -> hit.path())
                .containsExactly("billing/" + mine.id() + "/overview");
    }
}
