package io.factuur.security.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinRequest;
import io.factuur.ui.SignInHint;
import org.springframework.security.web.csrf.CsrfToken;

/** The demo's people: choosing one sends the same form as the fields above would, with the password everybody knows. */
class DemoSignIns extends Div {

    DemoSignIns(SignInHint hint) {
        addClassName("demo-sign-ins");
        Div people = new Div();
        people.addClassName("demo-people");
        for (SignInHint.Somebody somebody : hint.people()) {
            NativeButton choice = new NativeButton("", click -> send(somebody.username()));
            Span about = new Span(getTranslation(somebody.about()));
            about.addClassName("quiet");
            choice.add(new Span(somebody.username()), about);
            people.add(choice);
        }
        add(new H2(getTranslation("login.demo")), new Paragraph(getTranslation("login.demo.detail")), people);
    }

    private void send(String name) {
        Element form = new Element("form");
        form.setAttribute("method", "post");
        form.setAttribute("action", LoginView.ROUTE);
        form.appendChild(hidden("username", name), hidden("password", name));
        if (VaadinRequest.getCurrent().getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            form.appendChild(hidden(token.getParameterName(), token.getToken()));
        }
        getElement().appendChild(form);
        form.callJsFunction("submit");
    }

    private static Element hidden(String name, String value) {
        Element input = new Element("input");
        input.setAttribute("type", "hidden");
        input.setAttribute("name", name);
        input.setAttribute("value", value);
        return input;
    }
}
