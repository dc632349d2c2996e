package io.factuur;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.ComboBoxKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.UploadKt;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.ScopeKind;
import io.factuur.invoice.CreditKind;
import io.factuur.invoice.Credits;
import io.factuur.invoice.InvoiceRow;
import io.factuur.invoice.NewCredit;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;

/** The operator's pages are open and the operator is none any more: as {@link OpenPageTest}, for what only they do. */
@DisabledIfSystemProperty(named = "factuur.test.database", matches = "postgresql", disabledReason = "asks no SQL")
class OpenOperatorPageTest extends OpenPages {

    @Autowired
    Credits credits;

    @TestFactory
    Stream<DynamicTest> whatTheOperatorDoes() {
        Scope profile = scopes.child(scopes.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        InvoiceRow invoice = invoices.issued(profile, SEPTEMBER, "10");
        String life = "operator/invoices?number=" + invoice.number();
        credits.give(
                profile.id(),
                new NewCredit(CreditKind.CREDIT, BigDecimal.TEN, LocalDate.of(2024, 1, 1), null, "note"),
                people.operator());
        String credit = "operator/credits?scope=" + profile.id();
        String colleague = people.somebody().username();
        return Stream.of(
                operator("creates an account", "operator/accounts", () -> {
                    press("Create billing account");
                    _find(last(Dialog.class), TextField.class)
                            .forEach(field -> field.setValue(UUID.randomUUID().toString()));
                    return inDialog("Create");
                }),
                operator("invites somebody", "operator/people", () -> {
                    press("Invite");
                    _find(last(Dialog.class), TextField.class)
                            .forEach(field -> field.setValue("p" + UUID.randomUUID()));
                    _find(last(Dialog.class), EmailField.class)
                            .forEach(field -> field.setValue("p" + UUID.randomUUID() + "@example.com"));
                    return inDialog("Send the invitation");
                }),
                operator("stops all mail", "operator/mail", () -> button("Stop all mail")),
                operator("holds the next mails", "operator/mail", () -> () -> {
                    Checkbox hold = _get(Checkbox.class, spec -> spec.withLabel(word("delivery.hold-next")));
                    hold.setValue(true);
                    assertThat(hold.getValue()).as("what is stored").isFalse();
                }),
                operator("checks the journal", "operator/audit", () -> button(word("audit.verify"))),
                operator("records a payment", life, () -> button("Record the payment")),
                operator("voids an invoice", life, () -> corrected("Void")),
                operator("issues a credit note", life, () -> corrected("Issue a credit note")),
                operator("bills again", life, () -> corrected("Bill again")),
                operator("gives a credit", credit, () -> {
                    press("Give a credit");
                    _setValue(_get(_get(Dialog.class), BigDecimalField.class), BigDecimal.TEN);
                    return inDialog("Give a credit");
                }),
                operator("adjusts a credit", credit, () -> {
                    press("Adjust");
                    _setValue(_get(_get(Dialog.class), BigDecimalField.class), BigDecimal.ONE);
                    _setValue(_get(_get(Dialog.class), TextField.class), "A mistake");
                    return inDialog("Adjust");
                }),
                operator("closes a period", "operator/billing-runs", () -> {
                    choose(accountOf(profile));
                    _setValue(_get(TextField.class), "2024-09");
                    return button("Close the period");
                }),
                operator("imports a file", "operator/imports", () -> () -> {
                    UploadKt._upload(
                            _get(Upload.class), "usage.csv", "text/csv", "BilledCost".getBytes(StandardCharsets.UTF_8));
                    MockVaadin.clientRoundtrip(false);
                }),
                operator("cancels an import", "operator/imports?import=" + running(), () -> button("Cancel import")),
                operator("disables somebody", "operator/people?q=" + colleague, () -> chosen("Disable")),
                operator("makes an operator", "operator/people?q=" + colleague, () -> chosen("Make operator")),
                operator("sends a new link", "operator/people?q=" + colleague, () -> chosen("Send a new link")),
                operator("changes the company", "operator/issuer", () -> button("Save")),
                operator("looks an address up", "operator/mail/address", () -> {
                    _setValue(_get(TextField.class), "x@example.com");
                    return button("Show");
                }),
                operator("releases a mail night", night("HELD"), () -> button("Release")),
                operator("holds a mail night", night("RELEASED"), () -> button("Hold")),
                operator("stops a mail night", night("HELD"), () -> button("Stop")));
    }

    private static Runnable corrected(String label) {
        _setValue(_get(TextField.class, spec -> spec.withLabel(word("life.reason"))), "A mistake");
        return button(label);
    }

    /** Chooses the one person that is listed. */
    private static Runnable chosen(String label) {
        select(_get(Grid.class), 0);
        return button(label);
    }

    private String accountOf(Scope below) {
        return jdbc.sql("select root.name from scope s join scope root on root.id = s.root_id where s.id = ?")
                .param(below.id())
                .query(String.class)
                .single();
    }

    @SuppressWarnings("unchecked")
    private static void choose(String typed) {
        ComboBox<Object> box = _get(ComboBox.class);
        ComboBoxKt.setUserInput(box, typed);
        box.setValue(ComboBoxKt.getSuggestionItems(box).getFirst());
    }

    private long running() {
        String file = UUID.randomUUID() + ".csv";
        jdbc.sql("""
                insert into usage_import (file_name, state, imported_by, started_at, seen_at, rows_read, bytes_read,
                    bytes_total)
                values (:file, 'RUNNING', 'somebody', current_timestamp, current_timestamp, 1200, 50, 200)
                """).param("file", file).update();
        return jdbc.sql("select id from usage_import where file_name = ?")
                .param(file)
                .query(Long.class)
                .single();
    }

    private String night(String state) {
        jdbc.sql("insert into mail_night (state, created_at) values (?, current_timestamp)")
                .param(state)
                .update();
        return "operator/mail/nights/"
                + jdbc.sql("select max(id) from mail_night").query(Long.class).single();
    }

    private DynamicTest operator(String what, String address, Filled fill) {
        return DynamicTest.dynamicTest(what, () -> {
            Person person = people.operator();
            signIn(person);
            open(address);
            Runnable click = fill.in();
            jdbc.sql("update person set operator = false where id = ?")
                    .param(person.id())
                    .update();
            refused(person, click);
        });
    }
}
