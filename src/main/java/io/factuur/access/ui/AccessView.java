package io.factuur.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.factuur.access.AccessCheck;
import io.factuur.access.AccessHistory;
import io.factuur.access.Assignments;
import io.factuur.access.Guard;
import io.factuur.access.Rehearsal;
import io.factuur.access.Seat;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.ui.AddressId;
import io.factuur.ui.PageHeader;
import io.factuur.ui.PageTabs;
import io.factuur.ui.Term;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;

/** Who has what here, what somebody may do here and why, and who could read this on a day that has passed. */
@Route("billing/:scope/access")
@PermitAll
class AccessView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final List<String> TABS = List.of("roles", "check", "day");

    private final Assignments assignments;
    private final Rehearsal rehearsal;
    private final AccessCheck check;
    private final AccessHistory history;
    private final Guard guard;
    private final Clock clock;
    private final Person person;

    AccessView(
            Assignments assignments,
            Rehearsal rehearsal,
            AccessCheck check,
            AccessHistory history,
            Guard guard,
            Clock clock,
            CurrentPerson me) {
        this.assignments = assignments;
        this.rehearsal = rehearsal;
        this.check = check;
        this.history = history;
        this.guard = guard;
        this.clock = clock;
        this.person = me.get();
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long scope = AddressId.of(event, "scope");
        Seat seat = assignments.seat(scope, person);
        String wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("tab")
                .filter(TABS::contains)
                .orElse(TABS.getFirst());
        PageTabs tabs = new PageTabs(getTranslation("access.title"));
        TABS.forEach(tab -> tabs.add(
                "billing/" + scope + "/" + AccessPage.SEGMENT + "?tab=" + tab,
                getTranslation("access.tab." + tab),
                tab.equals(wanted)));
        removeAll();
        add(
                new PageHeader(getTranslation("access.title"))
                        .subtitle(seat.name())
                        .terms(Term.BILLING_SCOPE),
                tabs,
                content(wanted, scope, seat));
    }

    private Component content(String tab, long scope, Seat seat) {
        return switch (tab) {
            case "check" -> new CheckTab(scope, check, person);
            case "day" -> new DayTab(scope, history, clock, person);
            default -> new RolesTab(scope, seat, assignments, rehearsal, guard, person);
        };
    }

    @Override
    public String getPageTitle() {
        return getTranslation("access.title");
    }
}
