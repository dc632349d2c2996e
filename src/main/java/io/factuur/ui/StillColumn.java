package io.factuur.ui;

import com.vaadin.flow.component.Synchronize;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.Renderer;

/**
 * A column whose width, place and alignment only the server decides. Vaadin's own has the browser report each of them, and
 * keeps four kB of listeners on the server for it; told here of no event to listen to, it keeps none.
 */
class StillColumn<T> extends Grid.Column<T> {

    StillColumn(Grid<T> grid, String columnId, Renderer<T> renderer) {
        super(grid, columnId, renderer);
    }

    @Override
    @Synchronize({})
    public String getWidth() {
        return super.getWidth();
    }

    @Override
    @Synchronize({})
    public int getFlexGrow() {
        return super.getFlexGrow();
    }

    @Override
    @Synchronize({})
    public boolean isResizable() {
        return super.isResizable();
    }

    @Override
    @Synchronize({})
    public boolean isFrozen() {
        return super.isFrozen();
    }

    /** The grid's edge looks otherwise where a column stays at it. */
    @Override
    public Grid.Column<T> setFrozenToEnd(boolean frozen) {
        getGrid().setClassName("frozen-end", frozen);
        return super.setFrozenToEnd(frozen);
    }

    @Override
    @Synchronize({})
    public boolean isFrozenToEnd() {
        return super.isFrozenToEnd();
    }

    @Override
    @Synchronize({})
    public ColumnTextAlign getTextAlign() {
        return super.getTextAlign();
    }
}
