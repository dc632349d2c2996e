package io.factuur.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.factuur.security.Invitations;
import io.factuur.ui.Notices;

/** Where the link of an invitation leads: choose a password. */
@Route(value = "welcome/:secret", autoLayout = false)
@AnonymousAllowed
class WelcomeView extends Outside implements BeforeEnterObserver {

    private final Invitations invitations;
    final PasswordField password = new PasswordField();
    final PasswordField again = new PasswordField();
    final Button choose = new Button();

    WelcomeView(Invitations invitations) {
        this.invitations = invitations;
        password.setLabel(getTranslation("password.new"));
        password.setHelperText(getTranslation("password.rule"));
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        again.setLabel(getTranslation("password.again"));
        again.setAutocomplete(Autocomplete.NEW_PASSWORD);
        choose.setText(getTranslation("password.choose"));
        choose.addThemeNames("primary");
        choose.setDisableOnClick(true);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String secret = event.getRouteParameters().get("secret").orElse("");
        invitations
                .username(secret)
                .ifPresentOrElse(
                        username -> offer(username, secret),
                        () -> show(
                                getTranslation("link.dead"),
                                getTranslation("link.dead.detail"),
                                new Anchor(LoginView.ROUTE, getTranslation("login.title"))));
    }

    private void offer(String username, String secret) {
        TextField name = new TextField(getTranslation("login.username"));
        name.setValue(username);
        name.setReadOnly(true);
        choose.addClickListener(click -> {
            choose.setEnabled(true);
            choose(secret);
        });
        show(getTranslation("welcome.title"), getTranslation("welcome.detail"), name, password, again, choose);
    }

    private void choose(String secret) {
        if (!password.getValue().equals(again.getValue())) {
            Notices.failed(getTranslation("password.differs"));
        } else if (Notices.attempt(() -> invitations.choosePassword(secret, password.getValue()))) {
            show(
                    getTranslation("welcome.done"),
                    getTranslation("welcome.done.detail"),
                    new Anchor(LoginView.ROUTE, getTranslation("login.title")));
        }
    }
}
