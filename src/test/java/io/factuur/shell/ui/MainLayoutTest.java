package io.factuur.shell.ui;

import static com.github.mvysny.kaributesting.v10.BasicUtilsKt._fireDomEvent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import io.factuur.TestCustomers;
import io.factuur.UiTest;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import io.factuur.security.ReadingHabits;
import io.factuur.shared.Texts;
import io.factuur.ui.Languages;
import io.factuur.ui.PopUp;
import io.factuur.ui.Still;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
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
        assertThat(links())
                .contains("Home", "Cost Management + Billing", "Overview", "Billing profiles", "Properties")
                .doesNotContain("Departments", "Accounts and scopes");
    }

    /** Both addresses of a subscription's invoices: the menu shows where one is. */
    @Test
    void theMenuKnowsTheOtherAddressOfAPage() {
        Scope account = scopes.account(AgreementType.MOSP, "Contoso");
        Scope subscription = scopes.child(account, ScopeKind.SUBSCRIPTION, "Contoso production");
        signIn(scopes.somebodyWith(Role.ACCOUNT_ADMINISTRATOR, account));
        open("subscriptions/" + subscription.id() + "/invoices");
        assertThat(items())
                .filteredOn(item -> item.text().equals("Invoices"))
                .singleElement()
                .satisfies(item -> assertThat(item.attr("path-aliases"))
                        .isEqualTo("[\"subscriptions/" + subscription.id() + "/invoices\"]"));
        assertThat(items())
                .filteredOn(item -> item.hasAttr("match-nested"))
                .extracting(item -> item.text())
                .contains("Subscriptions", "Cost Management + Billing");
    }

    private static Stream<Element> items() {
        return _find(Still.class).stream()
                .flatMap(menu -> Jsoup.parse(menu.getInnerHtml()).select("vaadin-side-nav-item").stream());
    }

    private static List<String> links() {
        return _find(Still.class).stream()
                .flatMap(menu -> Jsoup.parse(menu.getInnerHtml()).select("vaadin-side-nav-item").stream())
                .map(item -> item.text())
                .toList();
    }

    @Test
    void whatTheBarOpensIsThereOnlyWhileItIsOpen() {
        signIn(people.somebody());
        open("", HomeView.class);
        assertThat(_find(PopUp.class)).isEmpty();
        _fireDomEvent(
                _get(
                        NativeButton.class,
                        spec -> spec.withPredicate(
                                button -> button.getAriaLabel().orElse("").equals("Language"))),
                "click");
        PopUp menu = _get(PopUp.class);
        assertThat(menu.isOpened()).isTrue();
        assertThat(_find(menu, NativeButton.class))
                .extracting(line -> line.getElement().getTextRecursively())
                .containsExactlyElementsOf(
                        Texts.LANGUAGES.stream().map(Languages::name).toList());
        _fireDomEvent(menu, "closed");
        assertThat(_find(PopUp.class)).isEmpty();
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
