package io.factuur;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.delivery.MailContent;
import io.factuur.delivery.MailPreferences;
import io.factuur.delivery.MailRecipients;
import io.factuur.delivery.MailTerms;
import io.factuur.delivery.NewRecipient;
import io.factuur.invoice.InvoiceRow;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import io.factuur.shared.EmailAddress;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A page is open, its dialog filled in, and the right goes away: the click that follows is refused in one sentence,
 * written down, and does nothing. One for each kind of thing that a customer can do on a page.
 */
@DisabledIfSystemProperty(named = "factuur.test.database", matches = "postgresql", disabledReason = "asks no SQL")
class OpenPageTest extends OpenPages {

    @Autowired
    MailPreferences preferences;

    @Autowired
    MailRecipients recipients;

    @TestFactory
    Stream<DynamicTest> whatACustomerDoes() {
        Scope mca = scopes.account(AgreementType.MCA);
        Scope profile = scopes.child(mca, ScopeKind.BILLING_PROFILE);
        Scope enrollment = scopes.account(AgreementType.EA);
        Scope mosp = scopes.account(AgreementType.MOSP);
        Scope subscription = scopes.child(mosp, ScopeKind.SUBSCRIPTION, "2024-01-01");
        InvoiceRow issued = invoices.issued(profile, SEPTEMBER, "10");
        invoices.mailed(issued);
        invoices.issued(enrollment, SEPTEMBER, "10");
        String access = page(profile, "access");
        String properties = page(profile, "properties");
        String mail = page(subscription, "invoices");
        return Stream.of(
                customer("gives a role", profile, access, () -> {
                    press("Add a role");
                    _setValue(
                            _get(_get(Dialog.class), TextField.class),
                            people.somebody().username());
                    return inDialog("Add a role");
                }),
                customer("rehearses a role", profile, access, () -> {
                    press("Add a role");
                    _setValue(
                            _get(_get(Dialog.class), TextField.class),
                            people.somebody().username());
                    return inDialog(word("rehearsal.show"));
                }),
                customer("takes a role", profile, access, () -> {
                    invoices.with(Role.BILLING_PROFILE_READER, profile);
                    Grid<?> grid = _get(Grid.class);
                    grid.getDataProvider().refreshAll();
                    select(grid, GridKt._size(grid) - 1);
                    press("Remove");
                    return inDialog("Remove");
                }),
                customer("checks somebody's access", profile, access + "?tab=check", () -> {
                    _setValue(
                            _get(TextField.class, spec -> spec.withLabel("Person")),
                            people.somebody().username());
                    return button("Check");
                }),
                customer(
                        "asks who could read on a day",
                        profile,
                        access + "?tab=day",
                        () -> () -> _setValue(_get(DatePicker.class), LocalDate.of(2024, 1, 1))),
                customer("changes properties", profile, properties, () -> {
                    press("Update properties");
                    return inDialog("Save");
                }),
                customer("turns a policy on", enrollment, page(enrollment, "policies"), () -> {
                    _find(Checkbox.class).stream().filter(Checkbox::isEnabled).forEach(box -> box.setValue(true));
                    return button("Save");
                }),
                customer("shares invoices", mosp, mail, () -> {
                    press("Access to invoice");
                    _setValue(_get(_get(Dialog.class), Checkbox.class), true);
                    return inDialog("Save");
                }),
                customer("opts in by subscription", mosp, mail, () -> {
                    optedIn(subscription, mosp, false);
                    press("Email my invoice");
                    _click(_get(_get(Dialog.class), Button.class, spec -> spec.withText("Opt in")));
                    _setValue(_get(_get(Dialog.class), Checkbox.class), true);
                    return inDialog("Opt in");
                }),
                customer("adds a recipient", mosp, mail, () -> {
                    optedIn(subscription, mosp, true);
                    press("Email my invoice");
                    press("Add recipient");
                    Dialog dialog = last(Dialog.class);
                    _setValue(_get(dialog, TextField.class), "r" + UUID.randomUUID() + "@example.com");
                    return () -> _click(_get(dialog, Button.class, spec -> spec.withText("Add recipient")));
                }),
                customer("removes a recipient", mosp, mail, () -> {
                    added(subscription, mosp);
                    press("Email my invoice");
                    return first("Remove");
                }),
                customer("asks a recipient again", mosp, mail, () -> {
                    added(subscription, mosp);
                    press("Email my invoice");
                    return first("Send confirmation again");
                }),
                customer("changes a recipient", mosp, mail, () -> {
                    added(subscription, mosp);
                    press("Email my invoice");
                    first("Change").run();
                    Dialog dialog = last(Dialog.class);
                    return () -> _click(_get(dialog, Button.class, spec -> spec.withText("Save")));
                }),
                customer("lets recipients see each other", mosp, mail, () -> {
                    added(subscription, mosp);
                    press("Email my invoice");
                    return () -> {
                        choice().setValue(true);
                        assertThat(choice().getValue()).as("what is stored").isFalse();
                    };
                }),
                customer("opts out by subscription", mosp, mail, () -> {
                    optedIn(subscription, mosp, true);
                    press("Email my invoice");
                    press("Opt out of emailed invoices");
                    return () -> ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
                }),
                customer("updates a profile's preference", profile, properties, () -> {
                    press("Update email invoice preference");
                    choice().setValue(true);
                    return inDialog("Update");
                }),
                customer("orders a ZIP", profile, page(profile, "invoices"), () -> button(word("invoices.zip"))),
                customer("sets a threshold", profile, page(profile, "costs"), () -> {
                    _setValue(_get(BigDecimalField.class), BigDecimal.TEN);
                    return button(word("threshold.add"));
                }),
                customer("has a mail sent again", profile, "invoices/" + issued.number(), () -> {
                    press("Receipts");
                    return first("Send again");
                }));
    }

    /** A person's role at a scope goes away between the look and the click. */
    private DynamicTest customer(String what, Scope scope, String address, Filled fill) {
        return DynamicTest.dynamicTest(what, () -> {
            Person person = invoices.with(owner(scope), scope);
            invoices.with(owner(scope), scope);
            signIn(person);
            open(address);
            Runnable click = fill.in();
            jdbc.sql("update assignment set ended_at = current_timestamp, ended_by = 'test' where person_id = ?")
                    .param(person.id())
                    .update();
            refused(person, click);
        });
    }

    private static Role owner(Scope scope) {
        return scope.agreement().terms().rolesAt(scope.kind()).getFirst();
    }

    private void optedIn(Scope subscription, Scope account, boolean wanted) {
        Person another = invoices.with(owner(account), account);
        if (wanted) {
            preferences.optIn(subscription.id(), MailTerms.current(), another);
        } else {
            preferences.optOut(subscription.id(), another);
        }
    }

    private void added(Scope subscription, Scope account) {
        optedIn(subscription, account, true);
        EmailAddress address = new EmailAddress("r" + UUID.randomUUID() + "@example.com");
        recipients.add(
                subscription.id(),
                new NewRecipient(address, "en", MailContent.PDF, null),
                invoices.with(owner(account), account));
    }

    private static String page(Scope scope, String page) {
        return "billing/" + scope.id() + "/" + page;
    }
}
