package io.factuur.shell.ui;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.security.CurrentPerson;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** A page that is not this person's: the same answer as for one that is not there. */
@ParentLayout(MainLayout.class)
@PermitAll
class RefusedView extends ErrorPage implements HasErrorParameter<AccessDeniedException> {

    private final CurrentPerson people;
    private final AuditLog audit;

    RefusedView(CurrentPerson people, AuditLog audit) {
        this.people = people;
        this.audit = audit;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> error) {
        people.known()
                .ifPresent(person -> audit.recordAlways(AuditEvent.refused(
                        person.username(),
                        "page.open",
                        null,
                        "/" + event.getLocation().getPath())));
        sayNothingHere(getTranslation("problem.not-found"), people);
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
