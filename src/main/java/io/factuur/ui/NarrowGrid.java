package io.factuur.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.dom.Element;

/**
 * A grid whose first cells say on a narrow screen what its other columns say on a wide one: there, only the columns that
 * are told to stay do, so that nothing is cut off between one that is fixed and another. The script is in
 * {@code scripts/frame.js}.
 */
public final class NarrowGrid {

    private NarrowGrid() {}

    /** Lets a column stay, with a width of its own. */
    public static void keep(Grid.Column<?> column, String width) {
        column.getElement().setAttribute("data-narrow", width);
    }

    /** Fits it whenever it is shown, and when the screen becomes narrow or wide. */
    public static void fit(Grid<?> grid) {
        grid.getElement().appendChild(new Element("narrow-grid"));
    }
}
