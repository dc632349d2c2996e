package io.factuur.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.factuur.access.Assignment;
import io.factuur.access.Assignments;
import io.factuur.access.Rehearsal;
import io.factuur.access.Seat;
import io.factuur.agreement.Role;
import io.factuur.security.Person;
import io.factuur.ui.Notices;

/** Gives somebody a role here, after a look at what that changes. */
class AddRoleDialog extends Dialog {

    final TextField user = new TextField();
    final Select<Role> role = new Select<>();
    final Button rehearse = new Button();
    final Button save = new Button();
    final DifferenceList differences = new DifferenceList();

    AddRoleDialog(long scope, Seat seat, Assignments assignments, Rehearsal rehearsal, Person person, Runnable done) {
        setHeaderTitle(getTranslation("access.add.title", seat.name()));
        setWidth("34rem");
        user.setLabel(getTranslation("access.user"));
        user.setHelperText(getTranslation("access.user.help"));
        user.setAutofocus(true);
        role.setLabel(getTranslation("access.role"));
        role.setItems(seat.roles());
        role.setItemLabelGenerator(one -> getTranslation(one.labelKey()));
        role.setValue(seat.roles().getLast());
        user.addValueChangeListener(typed -> differences.removeAll());
        role.addValueChangeListener(chosen -> differences.removeAll());
        FormLayout form = new FormLayout(user, role);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        add(form, differences);
        rehearse.setText(getTranslation("rehearsal.show"));
        rehearse.addClickListener(click -> Notices.attempt(
                () -> differences.show(rehearsal.ofAssigning(scope, user.getValue(), role.getValue(), person))));
        save.setText(getTranslation("access.add"));
        save.addThemeNames("primary");
        save.addClickListener(click -> {
            Notices.attempt(() -> {
                Assignment given = assignments.assign(scope, user.getValue(), role.getValue(), person);
                close();
                Notices.done(getTranslation("access.added", given.displayName(), given.role()));
                done.run();
            });
        });
        getFooter().add(new Button(getTranslation("ui.cancel"), click -> close()), rehearse, save);
    }
}
