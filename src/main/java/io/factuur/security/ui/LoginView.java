package io.factuur.security.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.factuur.ui.SignInHint;
import java.util.Optional;

/** The sign-in page. */
@Route(value = LoginView.ROUTE, autoLayout = false)
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "login";

    final LoginForm form = new LoginForm();

    LoginView(Optional<SignInHint> hint) {
        addClassName("login-view");
        form.setAction(ROUTE);
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(words());
        Div card = new Div(brand(), form);
        card.addClassName("login-card");
        hint.ifPresent(demo -> card.add(new DemoSignIns(demo)));
        card.add(new LanguageChoice());
        add(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        form.setError(event.getLocation().getQueryParameters().getParameters().containsKey("error"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("login.title");
    }

    private Div brand() {
        Image logo = new Image("icons/logo.svg", "");
        Div name = new Div(logo, new Span(getTranslation("app.name")));
        name.addClassName("login-brand");
        Div brand = new Div(name, new H1(getTranslation("login.heading")), new Paragraph(getTranslation("app.claim")));
        brand.addClassName("login-head");
        return brand;
    }

    private LoginI18n words() {
        LoginI18n words = LoginI18n.createDefault();
        words.getForm().setTitle("");
        words.getForm().setUsername(getTranslation("login.username"));
        words.getForm().setPassword(getTranslation("login.password"));
        words.getForm().setSubmit(getTranslation("login.submit"));
        words.getErrorMessage().setTitle(getTranslation("login.failed"));
        words.getErrorMessage().setMessage(getTranslation("login.failed.detail"));
        words.getErrorMessage().setUsername(getTranslation("login.username.missing"));
        words.getErrorMessage().setPassword(getTranslation("login.password.missing"));
        return words;
    }
}
