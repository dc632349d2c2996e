package io.factuur.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** A short list of links, each with a line below its name and a figure at its end. */
public class LinkedRows extends UnorderedList {

    public LinkedRows(String label) {
        addClassName("linked-rows");
        getElement().setAttribute("aria-label", label);
    }

    /** @param figure may be empty */
    public LinkedRows add(String path, String name, String detail, String figure) {
        return add(path, name, detail, new Span(figure));
    }

    public LinkedRows add(String path, String name, String detail, Span figure) {
        Span title = new Span(name);
        title.addClassName("linked-row-name");
        Span under = new Span(detail);
        under.addClassNames("quiet", "linked-row-detail");
        under.setVisible(!detail.isEmpty());
        Div words = new Div(title, under);
        words.addClassName("linked-row-words");
        figure.addClassName("amount");
        Anchor link = new Anchor(path);
        link.getElement().setAttribute("router-link", true);
        link.addClassName("linked-row");
        link.add(words, figure);
        add(new ListItem(link));
        return this;
    }
}
