package io.factuur.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.factuur.security.FirstOperator;
import io.factuur.shared.EmailAddress;
import io.factuur.ui.Notices;
import java.util.List;

/** The first page of an empty portal: who runs it? */
@Route(value = SetupView.ROUTE, autoLayout = false)
@AnonymousAllowed
class SetupView extends Outside implements BeforeEnterObserver {

    static final String ROUTE = "setup";

    private final FirstOperator first;
    final TextField code = new TextField();
    final TextField username = new TextField();
    final TextField displayName = new TextField();
    final EmailField email = new EmailField();
    final PasswordField password = new PasswordField();
    final Button create = new Button();

    SetupView(FirstOperator first) {
        this.first = first;
        code.setLabel(getTranslation("setup.code"));
        code.setHelperText(getTranslation("setup.code.help"));
        code.setAutocomplete(Autocomplete.OFF);
        username.setLabel(getTranslation("people.username"));
        username.setAutocomplete(Autocomplete.USERNAME);
        displayName.setLabel(getTranslation("people.name"));
        email.setLabel(getTranslation("people.email"));
        password.setLabel(getTranslation("login.password"));
        password.setHelperText(getTranslation("password.rule"));
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        List.of(code, username, displayName, password).forEach(field -> field.setRequiredIndicatorVisible(true));
        email.setRequiredIndicatorVisible(true);
        create.setText(getTranslation("setup.create"));
        create.addThemeNames("primary");
        create.addClickListener(click -> create());
        show(
                getTranslation("setup.title"),
                getTranslation("setup.detail"),
                code,
                username,
                displayName,
                email,
                password,
                create,
                new LanguageChoice());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!first.isWanted()) {
            event.forwardTo(LoginView.class);
        }
    }

    private void create() {
        boolean done = Notices.attempt(() -> first.register(
                code.getValue(),
                username.getValue(),
                displayName.getValue(),
                new EmailAddress(email.getValue()),
                password.getValue()));
        if (done) {
            show(
                    getTranslation("welcome.done"),
                    getTranslation("welcome.done.detail"),
                    new Anchor(LoginView.ROUTE, getTranslation("login.title")));
        }
    }
}
