package io.factuur.delivery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.factuur.delivery.MailContent;
import io.factuur.delivery.MailPreference.Recipient;
import io.factuur.shared.Texts;
import io.factuur.ui.DayField;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A recipient's address, language, content and end date. */
class RecipientDialog extends Dialog {

    final TextField address = new TextField();
    final Select<Locale> language = new Select<>();
    final Select<MailContent> content = new Select<>();
    final DayField endsOn = new DayField();
    final Button save = new Button();

    /**
     * @param recipient null for a new one; the address of one that is there cannot change
     * @param saved says whether it went well
     */
    RecipientDialog(@Nullable Recipient recipient, Predicate<RecipientForm> saved) {
        setHeaderTitle(
                getTranslation(recipient == null ? "delivery.recipient.add" : "delivery.recipient.change-title"));
        addClassName("recipient-dialog");
        address.setLabel(getTranslation("delivery.recipient.address"));
        address.setRequiredIndicatorVisible(true);
        // Any script: what an address is, the service says.
        address.getElement().setAttribute("inputmode", "email");
        address.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        language.setLabel(getTranslation("delivery.recipient.language"));
        language.setItems(Texts.LANGUAGES);
        language.setItemLabelGenerator(one -> one.getDisplayLanguage(one));
        language.setValue(Texts.LANGUAGES.contains(getLocale()) ? getLocale() : Locale.ENGLISH);
        content.setLabel(getTranslation("delivery.recipient.content"));
        content.setItems(MailContent.values());
        content.setItemLabelGenerator(one -> getTranslation(one.labelKey()));
        content.addValueChangeListener(chosen -> content.setHelperText(
                chosen.getValue() == MailContent.LINK ? getTranslation("delivery.recipient.link.help") : null));
        content.setValue(MailContent.PDF);
        endsOn.setLabel(getTranslation("delivery.recipient.ends-on"));
        endsOn.setHelperText(getTranslation("delivery.recipient.ends-on.help"));
        endsOn.setClearButtonVisible(true);
        FormLayout form = new FormLayout(address, language, content, endsOn);
        form.setColspan(address, 2);
        add(form);
        if (recipient == null) {
            add(quiet(getTranslation("delivery.recipient.will-be-asked")));
            address.setAutofocus(true);
        } else {
            fill(recipient);
        }
        buttons(recipient == null ? "delivery.recipient.add" : "delivery.save", saved);
    }

    private void fill(Recipient recipient) {
        address.setValue(recipient.address());
        address.setReadOnly(true);
        language.setValue(Locale.of(recipient.language()));
        content.setValue(recipient.content());
        endsOn.setValue(recipient.endsOn());
    }

    private void buttons(String saveKey, Predicate<RecipientForm> saved) {
        save.setText(getTranslation(saveKey));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setEnabled(!address.getValue().isBlank());
        address.setValueChangeMode(ValueChangeMode.EAGER);
        address.addValueChangeListener(
                typed -> save.setEnabled(!typed.getValue().isBlank()));
        save.addClickListener(click -> {
            RecipientForm form = new RecipientForm(
                    address.getValue(), language.getValue().getLanguage(), content.getValue(), endsOn.getValue());
            if (saved.test(form)) {
                close();
            }
        });
        getFooter().add(new Button(getTranslation("delivery.cancel"), click -> close()), save);
    }

    private static Paragraph quiet(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("quiet");
        return paragraph;
    }
}
