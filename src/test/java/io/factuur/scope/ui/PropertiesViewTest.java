package io.factuur.scope.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import io.factuur.TestTree;
import io.factuur.UiTest;
import io.factuur.access.Assignments;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.ScopeProperties;
import io.factuur.security.Person;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PropertiesViewTest extends UiTest {

    @Autowired
    TestTree tree;

    @Autowired
    Assignments assignments;

    @Autowired
    ScopeProperties properties;

    @Test
    void theOperatorSaysInWhichLanguageDocumentsSpeak() {
        long profile = profile();
        Person operator = people.operator();
        signIn(operator);
        PropertiesView view = open("billing/" + profile + "/properties", PropertiesView.class);
        assertThat(words(view)).contains("Language of documents", "As usual", "Current billing period");

        _click(view.update);
        Select<Locale> language = _get(ContractFields.class).language;
        _setValue(language, Locale.of("nl"));
        _click(_get(PropertiesDialog.class).save);

        assertThat(properties.get(profile, operator).terms().language()).isEqualTo("nl");
        assertThat(words(view)).contains("Nederlands");
    }

    @Test
    void whatItStandsBelowIsNamedToWhoeverMaySeeThat() {
        long profile = profile();
        long section = tree.child(profile, ScopeKind.INVOICE_SECTION);
        holder(section, Role.INVOICE_SECTION_OWNER);
        assertThat(links(section)).doesNotContain("billing/" + profile + "/properties");

        holder(profile, Role.BILLING_PROFILE_READER);
        assertThat(links(section)).contains("billing/" + profile + "/properties");
    }

    private List<String> links(long scope) {
        return _find(open("billing/" + scope + "/properties", PropertiesView.class), Anchor.class).stream()
                .map(Anchor::getHref)
                .toList();
    }

    private long profile() {
        return tree.child(tree.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
    }

    private void holder(long scope, Role role) {
        Person person = people.somebody();
        assignments.assign(scope, person.username(), role, people.operator());
        signIn(person);
    }

    private static String words(PropertiesView view) {
        return view.getElement().getTextRecursively();
    }
}
