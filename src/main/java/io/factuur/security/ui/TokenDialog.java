package io.factuur.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.factuur.security.ApiTokens;
import io.factuur.security.Person;
import io.factuur.ui.Notices;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/** A name for the token, and how long it lives. */
class TokenDialog extends Dialog {

    final TextField name = new TextField();
    final Select<Integer> days = new Select<>();
    final Button create = new Button();

    TokenDialog(ApiTokens tokens, Person person, Clock clock, Consumer<String> done) {
        setHeaderTitle(getTranslation("profile.tokens.create"));
        setWidth("26rem");
        name.setLabel(getTranslation("profile.tokens.name"));
        name.setHelperText(getTranslation("profile.tokens.name.help"));
        name.setAutofocus(true);
        days.setLabel(getTranslation("profile.tokens.life"));
        days.setItems(7, 30, 90, 365);
        days.setItemLabelGenerator(count -> getTranslation("profile.tokens.days", count));
        days.setValue(90);
        FormLayout form = new FormLayout(name, days);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        add(form);
        create.setText(getTranslation("profile.tokens.create"));
        create.addThemeNames("primary");
        create.addClickListener(click -> Notices.attempt(() -> {
            String secret =
                    tokens.create(name.getValue(), clock.instant().plus(Duration.ofDays(days.getValue())), person);
            close();
            done.accept(secret);
        }));
        getFooter().add(new Button(getTranslation("ui.cancel"), click -> close()), create);
    }
}
