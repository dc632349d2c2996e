package io.factuur.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.dom.Element;

/**
 * A grid whose first cells say on a narrow screen what its other columns say on a wide one: there, only the columns that
 * are told to stay do, so that nothing is cut off between one that is fixed and another. In between, columns that are
 * told to give way do, one after the other until the rest has room. The script is in {@code scripts/frame.js}.
 */
public final class NarrowGrid {

    private NarrowGrid() {}

    /** Lets a column stay, with a width of its own. */
    public static void keep(Grid.Column<?> column, String width) {
        column.getElement().setAttribute("data-narrow", width);
    }

    /**
     * Lets a column go where there is no room for all; the lowest rank goes first.
     *
     * @param name what stands elsewhere in its stead is of the class {@code for-} and this name
     */
    public static void giveWay(Grid.Column<?> column, int rank, String name) {
        column.getElement().setAttribute("data-gives", rank + " " + name);
    }

    /** Fits it whenever it is shown, and when the screen becomes narrow or wide. */
    public static void fit(Grid<?> grid) {
        grid.getElement().appendChild(new Element("narrow-grid"));
    }
}
