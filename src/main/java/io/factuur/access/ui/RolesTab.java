package io.factuur.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.factuur.access.Assignment;
import io.factuur.access.AssignmentFilter;
import io.factuur.access.Assignments;
import io.factuur.access.Decision;
import io.factuur.access.Guard;
import io.factuur.access.Reasons;
import io.factuur.access.Rehearsal;
import io.factuur.access.Seat;
import io.factuur.agreement.Operation;
import io.factuur.agreement.Role;
import io.factuur.security.Person;
import io.factuur.ui.DisabledReason;
import io.factuur.ui.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The roles that count here, with buttons to give and take them. */
class RolesTab extends Div {

    private final long scope;
    private final Seat seat;
    private final Assignments assignments;
    private final Rehearsal rehearsal;
    private final Guard guard;
    private final Person person;
    final AssignmentGrid grid;
    final TextField text = new TextField();
    final Select<Role> role = new Select<>();
    final Checkbox here = new Checkbox();
    final Button add = new Button();
    final Button remove = new Button();
    private final Div hint = new Div();

    RolesTab(long scope, Seat seat, Assignments assignments, Rehearsal rehearsal, Guard guard, Person person) {
        this.scope = scope;
        this.seat = seat;
        this.assignments = assignments;
        this.rehearsal = rehearsal;
        this.guard = guard;
        this.person = person;
        this.grid = new AssignmentGrid(scope, assignments, person);
        addClassName("access-tab");
        add.setText(getTranslation("access.add"));
        add.setIcon(Icons.of("plus"));
        add.addThemeNames("primary");
        remove.setText(getTranslation("ui.remove"));
        remove.setEnabled(false);
        hint.addClassNames("quiet", "selection-hint");
        Decision granting = guard.decide(Operation.GRANT_ACCESS, scope, person);
        add(toolbar(granting), hint, grid);
        if (granting.allowed()) {
            add.addClickListener(
                    click -> new AddRoleDialog(scope, seat, assignments, rehearsal, person, this::refresh).open());
            remove.addClickListener(click -> chosen().ifPresent(this::askToRemove));
            grid.addSelectionListener(chosen -> offer());
            offer();
        } else {
            grid.setSelectionMode(Grid.SelectionMode.NONE);
        }
    }

    private Div toolbar(Decision granting) {
        text.setPlaceholder(getTranslation("people.search"));
        text.setAriaLabel(getTranslation("people.search"));
        text.setPrefixComponent(Icons.of("search"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setWidth("18rem");
        text.addValueChangeListener(typed -> filter());
        role.setPlaceholder(getTranslation("access.role.any"));
        role.setAriaLabel(getTranslation("access.role"));
        role.setItems(possible());
        role.setItemLabelGenerator(
                one -> one == null ? getTranslation("access.role.any") : getTranslation(one.labelKey()));
        role.setEmptySelectionAllowed(true);
        role.setWidth("16rem");
        role.addValueChangeListener(chosen -> filter());
        here.setLabel(getTranslation("access.only-here"));
        here.addValueChangeListener(chosen -> filter());
        Div spacer = new Div();
        spacer.addClassName("toolbar-spacer");
        Div toolbar = new Div(text, role, here, spacer);
        toolbar.addClassName("toolbar");
        for (Button button : List.of(add, remove)) {
            toolbar.add(
                    granting.allowed()
                            ? button
                            : (Component) new DisabledReason(button, Reasons.sentence(granting, getLocale())));
        }
        return toolbar;
    }

    private List<Role> possible() {
        return new ArrayList<>(seat.agreement().terms().rolesReaching(seat.kind()));
    }

    private void filter() {
        grid.show(new AssignmentFilter(text.getValue(), role.getValue(), here.getValue()));
    }

    private void refresh() {
        grid.deselectAll();
        grid.getDataProvider().refreshAll();
        offer();
    }

    private Optional<Assignment> chosen() {
        return grid.getSelectedItems().stream().findFirst();
    }

    private void offer() {
        remove.setEnabled(chosen().filter(given -> !given.inherited()).isPresent());
        hint.removeAll();
        chosen().ifPresentOrElse(this::explain, () -> hint.add(new Span(getTranslation("access.remove.choose"))));
    }

    /** An inherited role leads to where it was given; whoever may not see who has access there gets the name alone. */
    private void explain(Assignment given) {
        if (!given.inherited()) {
            hint.add(new Span(getTranslation("access.remove.one", given.displayName(), given.role())));
            return;
        }
        hint.add(new Span(getTranslation("access.remove.there")), new Text(" "));
        hint.add(
                guard.allows(Operation.SEE_ACCESS, given.scopeId(), person)
                        ? new Anchor("billing/" + given.scopeId() + "/" + AccessPage.SEGMENT, given.scopeName())
                        : new Span(given.scopeName()));
    }

    private void askToRemove(Assignment given) {
        new RemoveRoleDialog(scope, given, assignments, rehearsal, person, this::refresh).open();
    }
}
