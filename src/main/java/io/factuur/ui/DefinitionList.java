package io.factuur.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Names and values, as on Properties: two columns where there is room, one below the other where there is not. */
public class DefinitionList extends DescriptionList {

    public DefinitionList() {
        addClassName("definition-list");
    }

    public DefinitionList add(String term, String value) {
        return add(term, new Span(value));
    }

    /** With the explanation of a word beside the value. */
    public DefinitionList add(String term, String value, io.factuur.ui.Term explained) {
        Div line = new Div(new Span(value), new TermHelp(explained));
        line.addClassName("term-line");
        return add(term, line);
    }

    public DefinitionList add(String term, Component value) {
        Div pair = new Div();
        Description description = new Description();
        description.add(value);
        pair.add(new DescriptionList.Term(term), description);
        add(pair);
        return this;
    }

    /** An ID: to be read letter by letter and copied. */
    public DefinitionList addId(String term, String id) {
        Span value = new Span(id);
        value.addClassName("id");
        return add(term, value);
    }
}
