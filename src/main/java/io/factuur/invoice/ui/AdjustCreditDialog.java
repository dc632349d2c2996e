package io.factuur.invoice.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.factuur.invoice.Credit;
import io.factuur.invoice.Credits;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import io.factuur.shared.Money;
import io.factuur.ui.Formats;
import io.factuur.ui.Notices;

/** Adds to what is left of a credit, or takes some of it away. */
class AdjustCreditDialog extends Dialog {

    final BigDecimalField amount = new BigDecimalField();
    final TextField reason = new TextField();
    final Button save = new Button();

    AdjustCreditDialog(Credits credits, Scope scope, Credit credit, Runnable changed, Person person) {
        String left = Formats.here().money(new Money(scope.currency(), credit.remaining()));
        setHeaderTitle(getTranslation("credits.adjust.title"));
        addClassName("recipient-dialog");
        amount.setLabel(getTranslation("credits.adjust.amount", scope.currency().getCurrencyCode()));
        amount.setHelperText(getTranslation("credits.adjust.amount.help"));
        amount.setRequiredIndicatorVisible(true);
        amount.setAutofocus(true);
        reason.setLabel(getTranslation("life.reason"));
        reason.setHelperText(getTranslation("credits.adjust.reason.help"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(300);
        FormLayout form = new FormLayout(amount, reason);
        add(
                new Paragraph(getTranslation(credit.kind().labelKey()) + ": " + getTranslation("credits.left", left)),
                form);
        save.setText(getTranslation("credits.adjust"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(click -> {
            amount.setInvalid(amount.isEmpty());
            reason.setInvalid(reason.isEmpty());
            if (!amount.isEmpty()
                    && !reason.isEmpty()
                    && Notices.attempt(() ->
                            credits.adjust(scope.id(), credit.id(), amount.getValue(), reason.getValue(), person))) {
                Notices.done(getTranslation("credits.adjusted"));
                close();
                changed.run();
            }
        });
        getFooter().add(new Button(getTranslation("ui.cancel"), click -> close()), save);
    }
}
