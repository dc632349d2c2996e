package io.factuur.scope.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.factuur.access.Decision;
import io.factuur.access.Guard;
import io.factuur.access.Reasons;
import io.factuur.agreement.Operation;
import io.factuur.scope.Scope;
import io.factuur.scope.ScopeProperties;
import io.factuur.scope.ScopeRow;
import io.factuur.scope.Scopes;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.ui.DisabledReason;
import io.factuur.ui.Notices;
import io.factuur.ui.PageHeader;
import io.factuur.ui.ScopeSection;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** What is known about a scope, and what other features add to it. */
@Route("billing/:scope/properties")
@PermitAll
class PropertiesView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Scopes scopes;
    private final ScopeProperties properties;
    private final Guard guard;
    private final Clock clock;
    private final Person person;
    private final List<ScopeSection> sections;
    final Button update = new Button();

    PropertiesView(
            Scopes scopes,
            ScopeProperties properties,
            Guard guard,
            Clock clock,
            CurrentPerson me,
            ObjectProvider<ScopeSection> sections) {
        this.scopes = scopes;
        this.properties = properties;
        this.guard = guard;
        this.clock = clock;
        this.person = me.get();
        this.sections = sections.stream().toList();
        addClassName("page");
        update.setText(getTranslation("properties.update"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Scope scope = ScopeParameter.scope(event, scopes, person);
        update.addClickListener(click -> edit(scope));
        show(scope);
    }

    private void show(Scope scope) {
        removeAll();
        add(
                new PageHeader(getTranslation("properties.title"))
                        .subtitle(properties.get(scope.id(), person).displayName())
                        .actions(offered(scope)),
                new PropertyList(
                        scope,
                        parent(scope),
                        properties.get(scope.id(), person),
                        properties.owners(scope.id(), person),
                        properties.above(scope.id(), person),
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        add(ScopeSection.at(ScopeSection.Place.PROPERTIES, sections, scope.id(), person));
    }

    /** Null at the top, and where it is not for this person to see. */
    private Scope parent(Scope scope) {
        return scope.parentId() == null
                ? null
                : scopes.find(scope.parentId(), person).map(ScopeRow::scope).orElse(null);
    }

    private Component offered(Scope scope) {
        Decision decision = guard.decide(Operation.CHANGE_PROPERTIES, scope.id(), person);
        return decision.allowed() ? update : new DisabledReason(update, Reasons.sentence(decision, getLocale()));
    }

    private void edit(Scope scope) {
        new PropertiesDialog(scope, properties.get(scope.id(), person), person.operator(), wanted -> {
                    properties.change(scope.id(), wanted, person);
                    Notices.done(getTranslation("properties.updated"));
                    show(scope);
                })
                .open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("properties.title");
    }
}
