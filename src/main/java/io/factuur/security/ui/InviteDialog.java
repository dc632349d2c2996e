package io.factuur.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import io.factuur.security.Invitations;
import io.factuur.security.Invitations.Invitation;
import io.factuur.security.Person;
import io.factuur.shared.EmailAddress;
import io.factuur.shared.Texts;
import io.factuur.ui.Languages;
import io.factuur.ui.Notices;
import java.util.Locale;
import java.util.function.Consumer;

/** Whom to invite. */
class InviteDialog extends Dialog {

    final TextField displayName = new TextField();
    final TextField username = new TextField();
    final EmailField email = new EmailField();
    final Select<Locale> language = new Select<>();
    final Button invite = new Button();

    InviteDialog(Invitations invitations, Person person, Consumer<Invitation> done) {
        setHeaderTitle(getTranslation("people.invite"));
        setWidth("28rem");
        displayName.setLabel(getTranslation("people.name"));
        username.setLabel(getTranslation("people.username"));
        username.setHelperText(getTranslation("people.username.help"));
        email.setLabel(getTranslation("people.email"));
        language.setLabel(getTranslation("language.title"));
        language.setItems(Texts.LANGUAGES);
        language.setItemLabelGenerator(Languages::name);
        language.setValue(Texts.LANGUAGES.stream()
                .filter(one -> one.getLanguage().equals(getLocale().getLanguage()))
                .findFirst()
                .orElse(Texts.LANGUAGES.getFirst()));
        FormLayout form = new FormLayout(displayName, username, email, language);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        add(form);
        invite.setText(getTranslation("people.invite.send"));
        invite.addThemeNames("primary");
        invite.addClickListener(click -> Notices.attempt(() -> {
            Invitation sent = invitations.invite(
                    username.getValue(),
                    displayName.getValue(),
                    new EmailAddress(email.getValue()),
                    language.getValue(),
                    person);
            close();
            done.accept(sent);
        }));
        getFooter().add(new Button(getTranslation("ui.cancel"), click -> close()), invite);
        displayName.setAutofocus(true);
    }
}
