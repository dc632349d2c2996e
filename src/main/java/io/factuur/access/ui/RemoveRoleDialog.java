package io.factuur.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import io.factuur.access.Assignment;
import io.factuur.access.Assignments;
import io.factuur.access.Rehearsal;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import io.factuur.ui.Notices;

/** Takes a role away, and says first what that changes. */
class RemoveRoleDialog extends Dialog {

    final Button remove = new Button();
    final DifferenceList differences = new DifferenceList();

    RemoveRoleDialog(
            long scope, Assignment given, Assignments assignments, Rehearsal rehearsal, Person person, Runnable done) {
        setHeaderTitle(getTranslation("access.remove.title"));
        setWidth("34rem");
        add(new Paragraph(getTranslation("access.remove.question", given.displayName(), given.role())), differences);
        remove.setText(getTranslation("ui.remove"));
        remove.addThemeNames("primary", "error");
        remove.addClickListener(click -> {
            if (Notices.attempt(() -> assignments.remove(scope, given.id(), person))) {
                close();
                Notices.done(getTranslation("access.removed", given.displayName(), given.role()));
                done.run();
            }
        });
        getFooter().add(new Button(getTranslation("ui.cancel"), click -> close()), remove);
        try {
            differences.show(rehearsal.ofRemoving(scope, given.id(), person));
        } catch (Problem problem) {
            differences.add(new Paragraph(problem.sentence(getLocale())));
            remove.setEnabled(false);
        }
    }
}
