package io.factuur.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class StillGridTest {

    private static final List<String> REPORTED =
            List.of("width", "flexGrow", "resizable", "frozen", "frozenToEnd", "textAlign");

    @Test
    void theBrowserReportsNothingOfAColumnAndTheServerDecides() {
        assertThat(listened(new Grid<String>())).as("of Vaadin's own").containsExactlyElementsOf(REPORTED);
        StillGrid<String> grid = new StillGrid<>();
        assertThat(listened(grid)).isEmpty();

        Grid.Column<String> column =
                grid.getColumns().getFirst().setWidth("7rem").setFlexGrow(2);
        column.setFrozenToEnd(true);
        column.setTextAlign(ColumnTextAlign.END);
        assertThat(column.getWidth()).isEqualTo("7rem");
        assertThat(column.getFlexGrow()).isEqualTo(2);
        assertThat(column.isFrozenToEnd()).isTrue();
        assertThat(column.getTextAlign()).isEqualTo(ColumnTextAlign.END);
    }

    private static List<String> listened(Grid<String> grid) {
        ElementListenerMap listeners =
                grid.addColumn(word -> word).getElement().getNode().getFeature(ElementListenerMap.class);
        return REPORTED.stream()
                .filter(property -> listeners.getPropertySynchronizationMode(property) != null)
                .toList();
    }
}
