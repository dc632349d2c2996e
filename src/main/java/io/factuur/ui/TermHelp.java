package io.factuur.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;

/** A small question mark beside a term; pressed, it says what the term means. Works by key and is read aloud. */
public class TermHelp extends Span {

    public TermHelp(Term term) {
        addClassName("term-help");
        String name = getTranslation(term.labelKey());
        Button button = new Button(Icons.of("help"));
        button.addThemeName("tertiary");
        button.setAriaLabel(getTranslation("term.what", name));
        Popover popover = new Popover();
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_START);
        popover.setAriaLabel(name);
        popover.setAutofocus(true);
        popover.setWidth("min(22rem, 90vw)");
        Span title = new Span(name);
        title.addClassName("term-name");
        Anchor all = new Anchor("help", getTranslation("term.all"));
        all.getElement().setAttribute("router-link", true);
        Div words = new Div(title, new Paragraph(getTranslation(term.aboutKey())), all);
        words.addClassName("term-words");
        popover.add(words);
        add(button, popover);
    }
}
