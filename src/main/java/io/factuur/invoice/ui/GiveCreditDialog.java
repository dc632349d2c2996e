package io.factuur.invoice.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.factuur.invoice.CreditKind;
import io.factuur.invoice.Credits;
import io.factuur.invoice.NewCredit;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import io.factuur.ui.Notices;
import java.time.LocalDate;

/** Gives a scope a prepayment or a credit. */
class GiveCreditDialog extends Dialog {

    final Select<CreditKind> kind = new Select<>();
    final BigDecimalField amount = new BigDecimalField();
    final DatePicker validFrom = new DatePicker();
    final DatePicker validTo = new DatePicker();
    final TextField note = new TextField();
    final Button save = new Button();

    GiveCreditDialog(Credits credits, Scope scope, LocalDate today, Runnable given, Person person) {
        setHeaderTitle(getTranslation("credits.give.title", scope.name()));
        addClassName("recipient-dialog");
        kind.setLabel(getTranslation("credits.kind"));
        kind.setItems(CreditKind.PREPAYMENT, CreditKind.CREDIT, CreditKind.FREE);
        kind.setItemLabelGenerator(one -> getTranslation(one.labelKey()));
        kind.setValue(CreditKind.PREPAYMENT);
        amount.setLabel(getTranslation("credits.amount", scope.currency().getCurrencyCode()));
        amount.setRequiredIndicatorVisible(true);
        amount.setAutofocus(true);
        validFrom.setLabel(getTranslation("credits.valid-from"));
        validFrom.setHelperText(getTranslation("credits.valid-from.help"));
        validFrom.setValue(today);
        validTo.setLabel(getTranslation("credits.valid-to"));
        validTo.setHelperText(getTranslation("credits.valid-to.help"));
        validTo.setClearButtonVisible(true);
        note.setLabel(getTranslation("credits.note"));
        note.setHelperText(getTranslation("credits.note.help"));
        note.setMaxLength(300);
        FormLayout form = new FormLayout(kind, amount, validFrom, validTo, note);
        form.setColspan(note, 2);
        add(form);
        save.setText(getTranslation("credits.give"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(click -> {
            amount.setInvalid(amount.isEmpty());
            validFrom.setInvalid(validFrom.isEmpty());
            if (!amount.isEmpty()
                    && !validFrom.isEmpty()
                    && Notices.attempt(() -> credits.give(scope.id(), wanted(), person))) {
                Notices.done(getTranslation("credits.gave", scope.name()));
                close();
                given.run();
            }
        });
        getFooter().add(new Button(getTranslation("ui.cancel"), click -> close()), save);
    }

    private NewCredit wanted() {
        return new NewCredit(
                kind.getValue(), amount.getValue(), validFrom.getValue(), validTo.getValue(), note.getValue());
    }
}
