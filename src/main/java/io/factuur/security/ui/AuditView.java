package io.factuur.security.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import io.factuur.audit.AuditEvent.Outcome;
import io.factuur.security.AuditTrail;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.ui.DayField;
import io.factuur.ui.Formats;
import io.factuur.ui.Notices;
import io.factuur.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Everything that was changed, taken away or refused. */
@Route(AuditView.ROUTE)
@RolesAllowed("OPERATOR")
class AuditView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "operator/audit";

    private final AuditTrail trail;
    private final Person person;
    private final Formats formats = Formats.here();
    final AuditGrid grid;
    final DayField from = new DayField();
    final DayField to = new DayField();
    final TextField actor = new TextField();
    final TextField action = new TextField();
    final Select<Outcome> outcome = new Select<>();
    final TextField text = new TextField();
    final Button verify = new Button();
    final Anchor export = new Anchor();

    AuditView(AuditTrail trail, CurrentPerson me) {
        this.trail = trail;
        this.person = me.get();
        this.grid = new AuditGrid(trail, person);
        addClassName("page");
        verify.setText(getTranslation("audit.verify"));
        verify.addClickListener(click -> verify());
        export.setText(getTranslation("audit.export"));
        export.addClassName("button-link");
        export.setRouterIgnore(true);
        export.getElement().setAttribute("download", true);
        add(
                new PageHeader(getTranslation("audit.title"))
                        .subtitle(getTranslation("audit.about"))
                        .actions(verify, export),
                toolbar(),
                grid);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        AuditAsked asked = AuditAsked.of(event.getLocation().getQueryParameters());
        from.setValue(asked.from());
        to.setValue(asked.to());
        actor.setValue(asked.actor());
        action.setValue(asked.action());
        outcome.setValue(asked.outcome());
        text.setValue(asked.text());
        show(asked);
    }

    private Div toolbar() {
        from.setLabel(getTranslation("audit.from"));
        to.setLabel(getTranslation("audit.to"));
        from.setLocale(getLocale());
        to.setLocale(getLocale());
        actor.setLabel(getTranslation("audit.actor"));
        action.setLabel(getTranslation("audit.action"));
        text.setLabel(getTranslation("audit.text"));
        outcome.setLabel(getTranslation("audit.outcome"));
        outcome.setItems(Outcome.values());
        outcome.setEmptySelectionAllowed(true);
        outcome.setItemLabelGenerator(one -> getTranslation(one == null ? "audit.outcome.any" : one.labelKey()));
        for (TextField field : List.of(actor, action, text)) {
            field.setClearButtonVisible(true);
            field.setValueChangeMode(ValueChangeMode.LAZY);
        }
        for (HasValue<?, ?> field : List.<HasValue<?, ?>>of(from, to, actor, action, outcome, text)) {
            field.addValueChangeListener(changed -> {
                if (changed.isFromClient()) {
                    filter();
                }
            });
        }
        Div toolbar = new Div(from, to, actor, action, outcome, text);
        toolbar.addClassName("toolbar");
        return toolbar;
    }

    private void filter() {
        AuditAsked asked = new AuditAsked(
                from.getValue(),
                to.getValue(),
                actor.getValue(),
                action.getValue(),
                outcome.getValue(),
                text.getValue());
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(ROUTE, asked.parameters()));
        show(asked);
    }

    private void show(AuditAsked asked) {
        grid.show(asked.filter(formats.zone()));
        export.setHref(asked.export(formats.zone()));
    }

    private void verify() {
        Notices.attempt(() -> {
            long broken = trail.firstBroken(person);
            if (broken == 0) {
                Notices.done(getTranslation("audit.intact"));
            } else {
                Notices.failed(getTranslation("audit.broken", broken));
            }
        });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("audit.title");
    }
}
