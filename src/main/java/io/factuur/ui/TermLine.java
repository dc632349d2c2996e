package io.factuur.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A few terms beside each other, each with the question mark that explains it. */
public class TermLine extends Div {

    public TermLine(Term... terms) {
        addClassNames("terms", "quiet");
        for (Term term : terms) {
            Span each = new Span(new Text(getTranslation(term.labelKey())), new TermHelp(term));
            each.addClassName("term-line");
            add(each);
        }
    }
}
