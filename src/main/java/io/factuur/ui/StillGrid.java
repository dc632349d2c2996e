package io.factuur.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.Renderer;
import java.util.function.BiFunction;

/** A table whose columns stay as the server sets them. */
public class StillGrid<T> extends Grid<T> {

    @Override
    protected BiFunction<Renderer<T>, String, Column<T>> getDefaultColumnFactory() {
        return (renderer, columnId) -> new StillColumn<>(this, columnId, renderer);
    }
}
