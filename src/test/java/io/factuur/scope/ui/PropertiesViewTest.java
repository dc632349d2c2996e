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
import io.factuur.agreement.Property;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.ScopeProperties;
import io.factuur.scope.ScopeStatus;
import io.factuur.scope.StatusReason;
import io.factuur.security.Person;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    @Test
    void tagsAreAddedAndTakenAway() {
        long profile = profile();
        Person owner = holder(profile, Role.BILLING_PROFILE_OWNER);
        PropertiesView view = open("billing/" + profile + "/properties", PropertiesView.class);
        _click(view.update);
        TagFields fields = _get(TagFields.class);
        _click(fields.more);
        _setValue(fields.rows.getFirst().name, "Team");
        _setValue(fields.rows.getFirst().content, "Blue");
        _click(fields.more);
        _click(_get(PropertiesDialog.class).save);
        assertThat(words(view)).contains("Team: Blue");

        _click(view.update);
        _click(_get(TagFields.class).rows.getFirst().away);
        _click(_get(PropertiesDialog.class).save);
        assertThat(words(view)).doesNotContain("Team: Blue");
        assertThat(properties.get(profile, owner).tags()).isEmpty();
    }

    @Test
    void eachTagsButtonSaysWhichTagItRemoves() {
        holder(profile(), Role.BILLING_PROFILE_OWNER);
        TagFields fields = new TagFields();
        fields.show(Map.of("Team", "Blue"));
        _click(fields.more);
        assertThat(buttons(fields)).containsExactly("Remove tag Team", "Remove the tag without a name");
        _setValue(fields.rows.getLast().name, "City");
        assertThat(buttons(fields)).containsExactly("Remove tag Team", "Remove tag City");
    }

    private static List<String> buttons(TagFields fields) {
        return fields.rows.stream()
                .map(row -> row.away.getAriaLabel().orElse(""))
                .toList();
    }

    @Test
    void whatIsMissingIsSaidWhereItIsMissing() {
        long profile = profile();
        Person owner = holder(profile, Role.BILLING_PROFILE_OWNER);
        PropertiesView view = open("billing/" + profile + "/properties", PropertiesView.class);
        _click(view.update);
        PropertiesDialog dialog = _get(PropertiesDialog.class);
        AddressFields billTo = dialog.addresses.get(Property.BILL_TO);
        _setValue(dialog.texts.get(Property.DISPLAY_NAME), " ");
        _setValue(billTo.company, "Havenstad");
        _click(dialog.save);
        assertThat(dialog.isOpened()).isTrue();
        assertThat(dialog.texts.get(Property.DISPLAY_NAME).getErrorMessage()).isEqualTo("Please fill this in.");
        assertThat(billTo.line1.isInvalid()).isTrue();
        assertThat(billTo.city.isInvalid()).isTrue();
        assertThat(billTo.country.isInvalid()).isTrue();
        assertThat(dialog.addresses.get(Property.SHIP_TO).line1.isInvalid()).isFalse();

        _setValue(dialog.texts.get(Property.DISPLAY_NAME), "Harbour");
        _setValue(billTo.line1, "Kade 1");
        _setValue(billTo.city, "Antwerpen");
        _setValue(billTo.postalCode, "2000");
        _setValue(billTo.country, "BE");
        _click(dialog.save);
        assertThat(properties.get(profile, owner).displayName()).isEqualTo("Harbour");
    }

    @Test
    void whatIsRefusedIsSaidBesideItsField() {
        long profile = profile();
        holder(profile, Role.BILLING_PROFILE_OWNER);
        PropertiesView view = open("billing/" + profile + "/properties", PropertiesView.class);
        _click(view.update);
        PropertiesDialog dialog = _get(PropertiesDialog.class);
        AddressFields shipTo = dialog.addresses.get(Property.SHIP_TO);
        _setValue(shipTo.line1, "Kade 1");
        _setValue(shipTo.city, "Rotterdam");
        _setValue(shipTo.postalCode, "12");
        _setValue(shipTo.country, "NL");
        _click(dialog.save);
        assertThat(shipTo.postalCode.isInvalid()).isTrue();
        assertThat(shipTo.postalCode.getErrorMessage()).isEqualTo("\"12\" is not a postal code of Netherlands.");
        assertThat(dialog.addresses.get(Property.BILL_TO).postalCode.isInvalid())
                .isFalse();

        _setValue(shipTo.postalCode, "3011 AA");
        _setValue(dialog.texts.get(Property.TAX_ID), "NL12");
        _click(dialog.save);
        assertThat(shipTo.postalCode.isInvalid()).isFalse();
        assertThat(dialog.texts.get(Property.TAX_ID).isInvalid()).isTrue();

        _setValue(dialog.texts.get(Property.TAX_ID), "");
        TagFields tags = _get(TagFields.class);
        _click(tags.more);
        _setValue(tags.rows.getFirst().name, "a/b");
        _click(dialog.save);
        assertThat(tags.rows.getFirst().name.isInvalid()).isTrue();
        assertThat(dialog.texts.get(Property.TAX_ID).isInvalid()).isFalse();

        _setValue(tags.rows.getFirst().name, "a");
        _click(dialog.save);
        assertThat(dialog.isOpened()).isFalse();
    }

    @Test
    void twoTagsOfOneNameAreRefusedAndTheDialogStays() {
        long profile = profile();
        holder(profile, Role.BILLING_PROFILE_OWNER);
        PropertiesView view = open("billing/" + profile + "/properties", PropertiesView.class);
        _click(view.update);
        TagFields fields = _get(TagFields.class);
        for (int i = 0; i < 2; i++) {
            _click(fields.more);
            _setValue(fields.rows.get(i).name, "Team");
        }
        _click(_get(PropertiesDialog.class).save);
        assertThat(_get(PropertiesDialog.class).isOpened()).isTrue();
        assertThat(words(view)).doesNotContain("Team");
    }

    @Test
    void theOperatorSaysWhyAProfileIsDisabled() {
        long profile = profile();
        signIn(people.operator());
        PropertiesView view = open("billing/" + profile + "/properties", PropertiesView.class);
        assertThat(words(view)).doesNotContain("Reason of the status");
        _click(view.update);
        ContractFields contract = _get(ContractFields.class);
        assertThat(contract.reason.isVisible()).isFalse();
        _setValue(contract.status, ScopeStatus.DISABLED);
        assertThat(contract.reason.isVisible()).isTrue();
        _setValue(contract.reason, StatusReason.PAST_DUE);
        _click(_get(PropertiesDialog.class).save);
        assertThat(words(view)).contains("Reason of the status", "Payment is past due");
    }

    @Test
    void theOwnerOfAnEnrollmentsAccountIsNamed() {
        long account = tree.child(tree.account(AgreementType.EA), ScopeKind.ENROLLMENT_ACCOUNT);
        Person owner = holder(account, Role.ACCOUNT_OWNER);
        PropertiesView view = open("billing/" + account + "/properties", PropertiesView.class);
        assertThat(words(view)).contains("Account Owner", owner.displayName() + " (" + owner.username() + ")");
    }

    private List<String> links(long scope) {
        return _find(open("billing/" + scope + "/properties", PropertiesView.class), Anchor.class).stream()
                .map(Anchor::getHref)
                .toList();
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

    private static String words(PropertiesView view) {
        return view.getElement().getTextRecursively();
    }
}
