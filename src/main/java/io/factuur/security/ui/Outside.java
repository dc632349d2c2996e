package io.factuur.security.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;

/** A page for who has not signed in: one card in the middle, like the sign-in page. */
abstract class Outside extends Main implements HasDynamicTitle {

    private final Div card = new Div();
    private String title = "";

    Outside() {
        addClassName("login-view");
        card.addClassName("login-card");
        add(card);
    }

    void show(String heading, String text, Component... rest) {
        title = heading;
        Div name = new Div(new Image("icons/logo.svg", ""), new Span(getTranslation("app.name")));
        name.addClassName("login-brand");
        Div head = new Div(name, new H1(heading), new Paragraph(text));
        head.addClassName("login-head");
        card.removeAll();
        card.add(head);
        card.add(rest);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
