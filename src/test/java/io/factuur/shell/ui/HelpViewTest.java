package io.factuur.shell.ui;

import static com.github.mvysny.kaributesting.v10.BasicUtilsKt._fireDomEvent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.popover.Popover;
import io.factuur.TestCustomers;
import io.factuur.UiTest;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.security.Person;
import io.factuur.shared.Texts;
import io.factuur.ui.Term;
import io.factuur.ui.TermHelp;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of help, and the question marks that lead there. */
class HelpViewTest extends UiTest {

    @Autowired
    TestCustomers customers;

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl", "de"})
    void explainsEveryTermInEveryLanguage(String language) {
        Locale locale = Locale.of(language);
        signIn(people.somebody(), locale);
        open("help", HelpView.class);
        assertThat(_find(DescriptionList.Term.class))
                .extracting(DescriptionList.Term::getText)
                .containsExactlyElementsOf(Arrays.stream(Term.values())
                        .map(term -> Texts.get(locale, term.labelKey()))
                        .toList());
        assertThat(_find(DescriptionList.Description.class))
                .hasSameSizeAs(Term.values())
                .allSatisfy(about -> assertThat(about.getText()).hasSizeGreaterThan(20));
    }

    @Test
    void tellsAnOperatorOtherFirstStepsThanACustomerAndEverybodyWhomToAsk() {
        Person operator = people.operator();
        signIn(people.somebody());
        open("help", HelpView.class);
        String customer = _get(HelpView.class).getElement().getTextRecursively();
        assertThat(_find(H2.class)).extracting(H2::getText).hasSize(4).doesNotHaveDuplicates();
        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).anyMatch(link -> link.startsWith("mailto:"));

        signIn(operator);
        open("help", HelpView.class);
        assertThat(_get(HelpView.class).getElement().getTextRecursively())
                .isNotEqualTo(customer)
                .contains(
                        Texts.get(Locale.ENGLISH, "help.start.import"), Texts.get(Locale.ENGLISH, "help.ask.operator"))
                .doesNotContain("ask the operator");
    }

    @Test
    void aQuestionMarkNamesItsTermAndSaysWhatItMeans() {
        signIn(customers.somebodyWith(
                Role.BILLING_ACCOUNT_OWNER, customers.account(AgreementType.MCA, "An account with terms")));
        open("subscriptions");
        TermHelp help = _find(TermHelp.class).stream()
                .filter(mark -> name(mark).contains("Agreement type"))
                .findFirst()
                .orElseThrow();
        assertThat(name(help)).isEqualTo("What is Agreement type?");
        assertThat(_find(Popover.class)).isEmpty();
        _fireDomEvent(help, "click");
        Popover popover = _get(Popover.class);
        assertThat(popover.isOpened()).isTrue();
        assertThat(_find(popover, Paragraph.class))
                .extracting(Paragraph::getText)
                .isEqualTo(List.of(Texts.get(Locale.ENGLISH, Term.AGREEMENT_TYPE.aboutKey())));
        assertThat(_get(popover, Anchor.class).getHref()).isEqualTo("help");
        _fireDomEvent(popover, "closed");
        assertThat(_find(Popover.class)).isEmpty();
    }

    private static String name(TermHelp mark) {
        return mark.getAriaLabel().orElse("");
    }
}
