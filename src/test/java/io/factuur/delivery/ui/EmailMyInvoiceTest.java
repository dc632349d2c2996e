package io.factuur.delivery.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.factuur.TestTree;
import io.factuur.UiTest;
import io.factuur.access.Assignments;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.delivery.MailContent;
import io.factuur.delivery.MailPreference;
import io.factuur.delivery.MailPreferences;
import io.factuur.delivery.MailTerms;
import io.factuur.security.Person;
import io.factuur.ui.Attention;
import io.factuur.ui.DisabledReason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EmailMyInvoiceTest extends UiTest {

    @Autowired
    EmailMyInvoice section;

    @Autowired
    MailPreferences preferences;

    @Autowired
    MailAttention attention;

    @Autowired
    TestTree tree;

    @Autowired
    Assignments assignments;

    private final String address = "r" + UUID.randomUUID() + "@example.com";

    @Test
    void theAdministratorReadsTheTermsOptsInAddsAndRemovesARecipientAndOptsOut() {
        long subscription = subscription();
        Person administrator = administrator(subscription, Locale.ENGLISH);
        show(subscription, administrator);

        _click(_get(Button.class, spec -> spec.withText("Email my invoice")));
        _click(_get(Button.class, spec -> spec.withText("Opt in")));
        assertThat(_get(H3.class).getText()).isEqualTo("Your invoices by e-mail");
        assertThat(_get(Button.class, spec -> spec.withText("Opt in")).isEnabled())
                .isFalse();
        _setValue(_get(Checkbox.class), true);
        _click(_get(Button.class, spec -> spec.withText("Opt in")));
        assertThat(preferences.get(subscription, administrator).optedIn()).isTrue();
        _assertOne(Span.class, spec -> spec.withText(administrator.email()));

        _click(_get(Button.class, spec -> spec.withText("Add recipient")));
        RecipientDialog dialog = _get(RecipientDialog.class);
        assertThat(dialog.save.isEnabled()).isFalse();
        assertThat(dialog.content.getHelperText()).isNullOrEmpty();
        _setValue(dialog.content, MailContent.LINK);
        assertThat(dialog.content.getHelperText()).contains("sign in");
        _setValue(dialog.content, MailContent.PDF);
        assertThat(dialog.content.getHelperText()).isNullOrEmpty();
        _setValue(_get(dialog, TextField.class), address);
        _click(dialog.save);
        _assertOne(Span.class, spec -> spec.withText(address));
        _assertOne(Span.class, spec -> spec.withText("Waits for confirmation"));

        _click(_get(Button.class, spec -> spec.withText("Remove")));
        _assertOne(ErasedDialog.class);
        _assertNone(Span.class, spec -> spec.withText(address));

        _click(_get(Button.class, spec -> spec.withText("Opt out of emailed invoices")));
        com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        assertThat(preferences.get(subscription, administrator).optedIn()).isFalse();
    }

    @Test
    void newerTermsAreReadAndAccepted() {
        long subscription = subscription();
        Person administrator = administrator(subscription, Locale.ENGLISH);
        preferences.optIn(subscription, MailTerms.current(), administrator);
        String older = MailTerms.VERSIONS.getLast();
        jdbc.sql("update invoice_mail set terms_version = :older where scope_id = :id")
                .param("older", older)
                .param("id", subscription)
                .update();
        assertThat(waiting(administrator)).contains("There are newer terms to accept");

        show(subscription, administrator);
        _click(_get(Button.class, spec -> spec.withText("Email my invoice")));
        assertThat(_get(Details.class).getSummaryText()).contains("Terms of version " + older);
        assertThat(_get(Section.class, spec -> spec.withClasses("mail-terms"))
                        .getElement()
                        .getTextRecursively())
                .contains(MailTerms.text(older, Locale.ENGLISH)
                        .lines()
                        .findFirst()
                        .orElseThrow());
        _click(_get(Button.class, spec -> spec.withText("Read and accept")));
        _setValue(_get(Checkbox.class), true);
        _click(_get(Button.class, spec -> spec.withText("Accept")));
        assertThat(preferences.get(subscription, administrator).acceptance())
                .extracting(MailPreference.Acceptance::version)
                .isEqualTo(MailTerms.current());
        assertThat(waiting(administrator)).isEmpty();
    }

    private List<String> waiting(Person person) {
        return attention.list(person).stream().map(Attention::what).toList();
    }

    @Test
    void aMistypedAddressIsASentenceAndTheFormStays() {
        long subscription = subscription();
        Person administrator = administrator(subscription, Locale.ENGLISH);
        preferences.optIn(subscription, MailTerms.current(), administrator);
        show(subscription, administrator);
        _click(_get(Button.class, spec -> spec.withText("Email my invoice")));
        _click(_get(Button.class, spec -> spec.withText("Add recipient")));
        RecipientDialog dialog = _get(RecipientDialog.class);
        _setValue(dialog.address, "nobody");
        _click(dialog.save);
        _assertOne(RecipientDialog.class);
        assertThat(preferences.get(subscription, administrator).recipients()).hasSize(1);
    }

    @Test
    void whoeverMayNotIsToldWhoCan() {
        long subscription = subscription();
        administrator(subscription, Locale.ENGLISH);
        Person reader = people.somebody();
        assignments.assign(subscription, reader.username(), Role.SUBSCRIPTION_READER, people.operator());
        signIn(reader);
        show(subscription, reader);
        assertThat(_get(Button.class, spec -> spec.withText("Email my invoice")).isEnabled())
                .isFalse();
        assertThat(_get(DisabledReason.class).getElement().getAttribute("aria-label"))
                .contains("Account Administrator");
    }

    @Test
    void underAnEnterpriseAgreementTheButtonSaysWhy() {
        long enrollment = tree.account(AgreementType.EA);
        long team = tree.child(enrollment, ScopeKind.ENROLLMENT_ACCOUNT);
        long subscription = tree.child(team, ScopeKind.SUBSCRIPTION);
        Person owner = people.somebody();
        assignments.assign(team, owner.username(), Role.ACCOUNT_OWNER, people.operator());
        signIn(owner);
        show(subscription, owner);
        assertThat(_get(DisabledReason.class).getElement().getAttribute("aria-label"))
                .contains("contacts of the enrollment");
    }

    @Test
    void theDutchWordsAreThoseOfTheRequirement() {
        long subscription = subscription();
        Person administrator = administrator(subscription, Locale.of("nl"));
        preferences.optIn(subscription, MailTerms.current(), administrator);
        show(subscription, administrator);
        _click(_get(Button.class, spec -> spec.withText("Verstuur mijn factuur via e-mail")));
        _assertOne(Button.class, spec -> spec.withText("Afmelden voor facturen via e-mail"));
    }

    private long subscription() {
        return tree.child(tree.account(AgreementType.MOSP), ScopeKind.SUBSCRIPTION);
    }

    private Person administrator(long subscription, Locale locale) {
        Person administrator = people.somebody();
        long account = jdbc.sql("select parent_id from scope where id = :id")
                .param("id", subscription)
                .query(Long.class)
                .single();
        assignments.assign(account, administrator.username(), Role.ACCOUNT_ADMINISTRATOR, people.operator());
        signIn(administrator, locale);
        return administrator;
    }

    @Autowired
    org.springframework.jdbc.core.simple.JdbcClient jdbc;

    private void show(long subscription, Person person) {
        Optional<Component> shown = section.show(subscription, person);
        UI.getCurrent().add(shown.orElseThrow());
    }
}
