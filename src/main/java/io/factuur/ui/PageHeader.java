package io.factuur.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;

/** The top of a page: its one H1, a line below it, and what one can do at the right. */
public class PageHeader extends Header {

    private final Div words = new Div();
    private final Div actions = new Div();

    public PageHeader(String title) {
        addClassName("page-header");
        words.addClassName("page-header-words");
        actions.addClassName("page-header-actions");
        words.add(new H1(title));
        add(words);
    }

    /** One sentence on what the page is for. */
    public PageHeader subtitle(String text) {
        Paragraph line = new Paragraph(text);
        line.addClassName("page-subtitle");
        words.add(line);
        return this;
    }

    public PageHeader subtitle(Component... line) {
        Div holder = new Div(line);
        holder.addClassName("page-subtitle");
        words.add(holder);
        return this;
    }

    /** What the words of the page mean that not everybody knows, each with its question mark. */
    public PageHeader terms(Term... terms) {
        words.add(new TermLine(terms));
        return this;
    }

    public PageHeader actions(Component... buttons) {
        actions.add(buttons);
        add(actions);
        return this;
    }
}
