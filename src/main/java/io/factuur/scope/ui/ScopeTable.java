package io.factuur.scope.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.factuur.agreement.AgreementType;
import io.factuur.scope.ScopeQuery.Sort;
import io.factuur.ui.Icons;
import java.util.HashMap;
import java.util.Map;

/** A grid of scopes with its filters above it; what is chosen stands in the address, so that it can be shared. */
class ScopeTable extends Div {

    private final ScopeGrid grid;
    private final TextField text = new TextField();
    private final ComboBox<AgreementType> type = new ComboBox<>();
    private final Map<String, String> kept = new HashMap<>();
    private String path = "";
    private ListState state = ListState.EMPTY;

    ScopeTable(ScopeGrid grid, boolean byType) {
        this.grid = grid;
        addClassName("scope-table");
        text.setPlaceholder(getTranslation("scope.filter"));
        text.setAriaLabel(getTranslation("scope.filter"));
        text.setPrefixComponent(Icons.of("filter"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setWidth("20rem");
        text.addValueChangeListener(typed -> change(typed.isFromClient(), state.matching(typed.getValue())));
        type.setItems(AgreementType.values());
        type.setItemLabelGenerator(agreement -> getTranslation(agreement.labelKey()));
        type.setPlaceholder(getTranslation("scope.account-type"));
        type.setAriaLabel(getTranslation("scope.account-type"));
        type.setClearButtonVisible(true);
        type.setWidth("18rem");
        type.addValueChangeListener(chosen -> change(chosen.isFromClient(), state.under(chosen.getValue())));
        grid.addSortListener(sorted -> sorted.getSortOrder().stream()
                .findFirst()
                .ifPresent(order -> remember(
                        sorted.isFromClient(),
                        state.sortedBy(
                                Sort.valueOf(order.getSorted().getKey()),
                                order.getDirection() == SortDirection.DESCENDING))));
        Div toolbar = new Div(text);
        toolbar.addClassName("toolbar");
        if (byType) {
            toolbar.add(type);
        }
        add(toolbar, grid);
    }

    /** Shows what an address asks for; a parameter named here stays in the address whatever is filtered. */
    void show(Location location, String... keep) {
        path = location.getPath();
        kept.clear();
        for (String name : keep) {
            location.getQueryParameters().getSingleParameter(name).ifPresent(value -> kept.put(name, value));
        }
        state = ListState.of(location.getQueryParameters());
        text.setValue(state.text());
        type.setValue(state.agreement());
        grid.show(state);
    }

    private void change(boolean byHand, ListState wanted) {
        if (byHand) {
            remember(true, wanted);
            grid.show(state);
        }
    }

    private void remember(boolean byHand, ListState wanted) {
        if (byHand) {
            state = wanted;
            Map<String, String> parameters = new HashMap<>(kept);
            parameters.putAll(wanted.parameters());
            UI.getCurrent()
                    .getPage()
                    .getHistory()
                    .replaceState(null, new Location(path, QueryParameters.simple(parameters)));
        }
    }
}
