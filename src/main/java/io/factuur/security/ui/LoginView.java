package io.factuur.security.ui;

import com.vaadin.flow.component.html.Anchor;
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
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.factuur.security.FirstOperator;
import io.factuur.security.SignInDoors;
import io.factuur.ui.SignInHint;
import java.util.Optional;

/** The sign-in page. */
@Route(value = LoginView.ROUTE, autoLayout = false)
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "login";

    final LoginForm form = new LoginForm();

    private final FirstOperator first;

    LoginView(Optional<SignInHint> hint, SignInDoors doors, FirstOperator first) {
        this.first = first;
        addClassName("login-view");
        form.setAction(ROUTE);
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(words(QueryParameters.empty()));
        Div card = new Div(brand(), form);
        card.addClassName("login-card");
        card.add(otherDoors(doors));
        hint.ifPresent(demo -> card.add(new DemoSignIns(demo)));
        card.add(new LanguageChoice());
        add(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (first.isWanted()) {
            event.forwardTo(SetupView.class);
        }
        QueryParameters asked = event.getLocation().getQueryParameters();
        form.setI18n(words(asked));
        form.setError(asked.getParameters().containsKey("error"));
    }

    private Div otherDoors(SignInDoors doors) {
        Div others = new Div(new PasskeyButton(getTranslation("passkey.sign-in"), PasskeyButton.Purpose.SIGN_IN));
        others.addClassName("other-doors");
        for (SignInDoors.Door door : doors.list()) {
            Anchor link = new Anchor(door.path(), getTranslation("login.elsewhere", door.name()));
            link.setRouterIgnore(true);
            link.addClassName("button-link");
            others.add(link);
        }
        return others;
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

    private LoginI18n words(QueryParameters asked) {
        LoginI18n words = LoginI18n.createDefault();
        words.getForm().setTitle("");
        words.getForm().setUsername(getTranslation("login.username"));
        words.getForm().setPassword(getTranslation("login.password"));
        words.getForm().setSubmit(getTranslation("login.submit"));
        words.getErrorMessage().setTitle(getTranslation("login.failed"));
        words.getErrorMessage().setMessage(why(asked));
        words.getErrorMessage().setUsername(getTranslation("login.username.missing"));
        words.getErrorMessage().setPassword(getTranslation("login.password.missing"));
        return words;
    }

    private String why(QueryParameters asked) {
        if (asked.getParameters().containsKey("elsewhere")) {
            return getTranslation("login.failed.elsewhere");
        }
        return asked.getSingleParameter("wait")
                .filter(seconds -> seconds.matches("\\d{1,4}"))
                .map(seconds -> getTranslation("login.failed.wait", Integer.parseInt(seconds)))
                .orElseGet(() -> getTranslation("login.failed.detail"));
    }
}
