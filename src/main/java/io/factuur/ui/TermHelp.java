package io.factuur.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.PopoverPosition;

/** A small question mark beside a term; pressed, it says what the term means. Works by key and is read aloud. */
public class TermHelp extends NativeButton {

    private final Term term;

    public TermHelp(Term term) {
        this.term = term;
        addClassName("term-help");
        setAriaLabel(getTranslation("term.what", name()));
        PopUp.openedBy(this, this::explanation);
    }

    private PopUp explanation() {
        Span title = new Span(name());
        title.addClassName("term-name");
        Anchor all = new Anchor("help", getTranslation("term.all"));
        all.getElement().setAttribute("router-link", true);
        Div words = new Div(title, new Paragraph(getTranslation(term.aboutKey())), all);
        words.addClassName("term-words");
        PopUp popUp = new PopUp(PopoverPosition.BOTTOM_START, name(), words);
        popUp.setWidth("min(22rem, 90vw)");
        return popUp;
    }

    private String name() {
        return getTranslation(term.labelKey());
    }
}
