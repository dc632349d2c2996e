package io.factuur.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.factuur.access.AccessCheck;
import io.factuur.access.AccessHistory;
import io.factuur.access.Assignments;
import io.factuur.access.Guard;
import io.factuur.access.Rehearsal;
import io.factuur.access.Seat;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import io.factuur.ui.PageHeader;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who has what here, what somebody may do here and why, and who could read this on a day that has passed. */
@Route("billing/:scope/access")
@PermitAll
class AccessView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Assignments assignments;
    private final Rehearsal rehearsal;
    private final AccessCheck check;
    private final AccessHistory history;
    private final Guard guard;
    private final Clock clock;
    private final Person person;
    private final Map<String, Tab> tabs = new LinkedHashMap<>();

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
        long scope = event.getRouteParameters()
                .get("scope")
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElseThrow(Problem::notFound);
        Seat seat = assignments.seat(scope, person);
        removeAll();
        TabSheet sheet = new TabSheet();
        sheet.setSizeFull();
        add(sheet, "roles", new RolesTab(scope, seat, assignments, rehearsal, guard, person));
        add(sheet, "check", new CheckTab(scope, check, person));
        add(sheet, "day", new DayTab(scope, history, clock, person));
        QueryParameters asked = event.getLocation().getQueryParameters();
        asked.getSingleParameter("tab").map(tabs::get).ifPresent(sheet::setSelectedTab);
        sheet.addSelectedChangeListener(chosen -> remember(scope, chosen.getSelectedTab()));
        add(new PageHeader(getTranslation("access.title")).subtitle(seat.name()), sheet);
    }

    private void add(TabSheet sheet, String name, Component content) {
        tabs.put(name, sheet.add(getTranslation("access.tab." + name), content));
    }

    private void remember(long scope, Tab chosen) {
        tabs.forEach((name, tab) -> {
            if (tab.equals(chosen)) {
                getUI().ifPresent(ui -> ui.getPage()
                        .getHistory()
                        .replaceState(null, "billing/" + scope + "/" + AccessPage.SEGMENT + "?tab=" + name));
            }
        });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("access.title");
    }
}
