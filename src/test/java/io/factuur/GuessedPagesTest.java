package io.factuur;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.Route;
import io.factuur.PageActions.PageLine;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.invoice.TestInvoices;
import io.factuur.scope.Scope;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody puts into a page's address who looks for what is not theirs: the same sentence, and a line in the journal. */
@DisabledIfSystemProperty(named = "factuur.test.database", matches = "postgresql", disabledReason = "asks no SQL")
class GuessedPagesTest extends UiTest {

    @Autowired
    TestScopes scopes;

    @Autowired
    TestInvoices invoices;

    @Autowired
    JdbcClient jdbc;

    @TestFactory
    Stream<DynamicTest> aGuessedAddressSaysNothing() {
        Scope own = scopes.account(AgreementType.MCA);
        Scope other = scopes.account(AgreementType.MCA);
        Person owner = invoices.with(Role.BILLING_ACCOUNT_OWNER, own);
        List<String> guesses = List.of(
                String.valueOf(other.id()),
                own.id() + "0",
                "-1",
                "9".repeat(18),
                "9".repeat(400),
                own.id() + " or 1=1",
                own.id() + "'; drop table scope",
                "४२",
                "\uD83D\uDCA3",
                "null",
                "<b>1");
        return PageActions.read().stream()
                .filter(page -> !page.needs().equals("LINK"))
                .filter(page -> page.route().contains(":") || page.needs().equals("OPERATOR"))
                .map(PageLine::route)
                .map(route -> DynamicTest.dynamicTest(route, () -> {
                    signIn(owner);
                    for (String guess : route.contains(":") ? guesses : List.of("")) {
                        int before = refusals(owner);
                        open(route.replaceAll(":\\w+", guess));
                        Component shown = (Component)
                                UI.getCurrent().getActiveRouterTargetsChain().getFirst();
                        assertThat(shown.getClass().isAnnotationPresent(Route.class))
                                .as(guess)
                                .isFalse();
                        assertThat(_get(H1.class).getText()).as(guess).isEqualTo("Nothing here");
                        assertThat(refusals(owner)).as(guess).isGreaterThan(before);
                    }
                }));
    }

    private int refusals(Person person) {
        return jdbc.sql("select count(*) from audit_entry where actor = ? and outcome = 'REFUSED'")
                .param(person.username())
                .query(Integer.class)
                .single();
    }
}
