package io.factuur.delivery.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.factuur.TestTree;
import io.factuur.UiTest;
import io.factuur.access.Assignments;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.delivery.MailPreferences;
import io.factuur.security.Person;
import io.factuur.ui.DisabledReason;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EmailInvoiceSectionTest extends UiTest {

    @Autowired
    MailPreferences preferences;

    @Autowired
    TestTree tree;

    @Autowired
    Assignments assignments;

    @Test
    void onAProfilesPropertiesAContributorOptsIn() {
        long profile = profile();
        Person contributor = holder(profile, Role.BILLING_PROFILE_CONTRIBUTOR);
        open("billing/" + profile + "/properties");
        _assertOne(H2.class, spec -> spec.withText("Email Invoice"));
        _assertOne(Span.class, spec -> spec.withText("Opted out"));

        _click(_get(Button.class, spec -> spec.withText("Update email invoice preference")));
        PreferenceDialog dialog = _get(PreferenceDialog.class);
        _setValue(dialog.choice, true);
        _click(dialog.update);

        assertThat(preferences.get(profile, contributor).optedIn()).isTrue();
        _assertOne(Span.class, spec -> spec.withText("Opted in"));
        _assertOne(Span.class, spec -> spec.withText(contributor.email()).withClasses("recipient-address"));
    }

    @Test
    void aReaderSeesThePreferenceAndWhyItCannotBeChanged() {
        long profile = profile();
        holder(profile, Role.BILLING_PROFILE_READER);
        open("billing/" + profile + "/properties");
        assertThat(_get(Button.class, spec -> spec.withText("Update email invoice preference"))
                        .isEnabled())
                .isFalse();
        assertThat(_get(_get(EmailInvoiceCard.class), DisabledReason.class)
                        .getElement()
                        .getAttribute("aria-label"))
                .contains("Billing profile owner");
    }

    @Test
    void otherScopesHaveNoSuchSection() {
        long profile = profile();
        long section = tree.child(profile, ScopeKind.INVOICE_SECTION);
        holder(section, Role.INVOICE_SECTION_OWNER);
        open("billing/" + section + "/properties");
        _assertNone(H2.class, spec -> spec.withText("Email Invoice"));
    }

    @Test
    void anEnrollmentShowsItsContactsToItsAdministratorsAndTheOperator() {
        long enrollment = tree.account(AgreementType.EA);
        holder(enrollment, Role.ENTERPRISE_ADMINISTRATOR_READ_ONLY);
        open("billing/" + enrollment + "/properties");
        _assertOne(H2.class, spec -> spec.withText("Invoice contacts"));
        _assertNone(Button.class, spec -> spec.withText("Add recipient"));

        signIn(people.operator());
        open("billing/" + enrollment + "/properties");
        _assertOne(Button.class, spec -> spec.withText("Add recipient"));

        holder(enrollment, Role.EA_PURCHASER);
        open("billing/" + enrollment + "/properties");
        _assertNone(H2.class, spec -> spec.withText("Invoice contacts"));
    }

    private long profile() {
        return tree.child(tree.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
    }

    private Person holder(long scope, Role role) {
        Person person = people.somebody();
        assignments.assign(scope, person.username(), role, people.operator());
        signIn(person);
        return person;
    }
}
