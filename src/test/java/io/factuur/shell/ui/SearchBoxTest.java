package io.factuur.shell.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import io.factuur.TestCustomers;
import io.factuur.UiTest;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class SearchBoxTest extends UiTest {

    @Autowired
    TestCustomers scopes;

    @ParameterizedTest
    @ValueSource(strings = {"Cost Management + Billing", "Kostenbeheer en facturering", "cost managment", "facturring"})
    void findsCostManagementAndBilling(String typed) {
        signIn(people.somebody());
        open("profile");
        type(typed);
        _click(options().getFirst());
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("billing");
    }

    @Test
    void offersWhatCanBeDone() {
        Scope account = scopes.account(AgreementType.MOSP, "Harbour lights");
        Scope subscription = scopes.child(account, ScopeKind.SUBSCRIPTION, "Harbour lights production");
        signIn(scopes.somebodyWith(Role.ACCOUNT_ADMINISTRATOR, account));
        open("");
        type("opt in harbuor");
        assertThat(words(options().getFirst())).isEqualTo("Opt in to email for Harbour lights production");
        _click(options().getFirst());
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("subscriptions/" + subscription.id() + "/invoices");

        signIn(scopes.somebodyWith(Role.SUBSCRIPTION_READER, subscription));
        open("");
        type("opt in harbour");
        assertThat(options()).isEmpty();
    }

    @Test
    void peopleAndTheOperatorsPagesAreForTheOperator() {
        Person wanted = people.somebody();
        signIn(people.operator());
        open("");
        type(wanted.username());
        assertThat(options()).extracting(SearchBoxTest::words).contains(wanted.displayName());
        type("billing runs");
        assertThat(options()).extracting(SearchBoxTest::words).contains("Billing runs");

        signIn(people.somebody());
        open("");
        type(wanted.username());
        assertThat(options()).isEmpty();
        type("billing runs");
        assertThat(options()).extracting(SearchBoxTest::words).doesNotContain("Billing runs", "Close a billing period");
    }

    @Test
    void changesTheLanguageAndSaysWhenThereIsNothing() {
        signIn(people.somebody(), Locale.of("nl"));
        open("");
        type("english");
        assertThat(words(options().getFirst())).isEqualTo("Taal: English");
        type("xyzzyx");
        assertThat(options()).isEmpty();
        assertThat(_get(Div.class, spec -> spec.withClasses("search-none")).getText())
                .contains("xyzzyx");
    }

    private static void type(String typed) {
        _setValue(_get(Input.class, spec -> spec.withAttribute("role", "combobox")), typed);
    }

    private static List<Div> options() {
        return _find(Div.class, spec -> spec.withAttribute("role", "option"));
    }

    private static String words(Div option) {
        return _get(option, com.vaadin.flow.component.html.Span.class, spec -> spec.withClasses("search-hit-title"))
                .getText();
    }
}
