package io.factuur.delivery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.factuur.ui.Notices;
import java.util.function.Consumer;

/** "Opt in" or "Opt out", then "Update". */
class PreferenceDialog extends Dialog {

    final RadioButtonGroup<Boolean> choice = new RadioButtonGroup<>();
    final Button update = new Button();

    PreferenceDialog(boolean optedIn, Consumer<Boolean> chosen) {
        setHeaderTitle(getTranslation("delivery.update-preference"));
        addClassName("mail-dialog");
        choice.setLabel(getTranslation("delivery.email-invoice"));
        choice.setItems(true, false);
        choice.setItemLabelGenerator(in -> getTranslation(in ? "delivery.opt-in" : "delivery.opt-out"));
        choice.setValue(optedIn);
        Paragraph about = new Paragraph();
        about.addClassName("quiet");
        choice.addValueChangeListener(change -> about.setText(about(change.getValue())));
        about.setText(about(optedIn));
        update.setText(getTranslation("delivery.update"));
        update.addThemeVariants(ButtonVariant.PRIMARY);
        update.addClickListener(click -> {
            boolean well = Notices.attempt(() -> chosen.accept(choice.getValue()));
            if (well) {
                Notices.done(getTranslation(choice.getValue() ? "delivery.opted-in" : "delivery.opted-out"));
                close();
            }
        });
        add(choice, about);
        getFooter().add(new Button(getTranslation("delivery.cancel"), click -> close()), update);
    }

    private String about(boolean in) {
        return getTranslation(in ? "delivery.profile.in-means" : "delivery.profile.out-means");
    }
}
