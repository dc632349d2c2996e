package io.factuur.shell.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import io.factuur.security.CurrentPerson;
import io.factuur.shared.Problem;
import jakarta.annotation.security.PermitAll;

/** A page that could not be made, for a reason that can be said. */
@ParentLayout(MainLayout.class)
@PermitAll
class ProblemView extends ErrorPage implements HasErrorParameter<Problem> {

    private final CurrentPerson people;

    ProblemView(CurrentPerson people) {
        this.people = people;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Problem> error) {
        Problem problem = error.getException();
        if (problem.kind() == Problem.Kind.NOT_FOUND) {
            sayNothingHere(problem.sentence(getLocale()), people);
        } else {
            say("error.title", problem.sentence(getLocale()));
        }
        return problem.kind().status();
    }
}
