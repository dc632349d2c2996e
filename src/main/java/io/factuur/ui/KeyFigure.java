package io.factuur.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** A figure to see at a glance: what it is, how much, and a line that puts it in place. Put several in a div "key-figures". */
public class KeyFigure extends Div {

    private final Div value = new Div();
    private final String label;

    public KeyFigure(String label, String figure) {
        this.label = label;
        addClassName("key-figure");
        Paragraph name = new Paragraph(label);
        name.addClassName("key-figure-label");
        value.addClassName("key-figure-value");
        value.setText(figure);
        add(name, value);
    }

    /** Makes the figure a link to the rows it is the sum of. */
    public KeyFigure to(String path) {
        Anchor link = new Anchor(path, value.getText());
        link.getElement().setAttribute("router-link", true);
        link.setAriaLabel(label + ": " + value.getText());
        addClassName("linked");
        value.removeAll();
        value.add(link);
        return this;
    }

    /** A line below: "3 % more than on the same day last month". */
    public KeyFigure detail(String text) {
        return detail(new Paragraph(text));
    }

    public KeyFigure detail(Component line) {
        line.addClassName("key-figure-detail");
        add(line);
        return this;
    }
}
