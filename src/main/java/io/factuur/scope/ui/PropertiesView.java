package io.factuur.scope.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.factuur.scope.Scope;
import io.factuur.scope.Scopes;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.ui.DefinitionList;
import io.factuur.ui.Formats;
import io.factuur.ui.PageHeader;
import io.factuur.ui.ScopeSection;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** What is known about a scope. */
@Route("billing/:scope/properties")
@PermitAll
class PropertiesView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Scopes scopes;
    private final Person person;
    private final List<ScopeSection> sections;

    PropertiesView(Scopes scopes, CurrentPerson me, ObjectProvider<ScopeSection> sections) {
        this.scopes = scopes;
        this.person = me.get();
        this.sections = sections.stream().toList();
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Scope scope = ScopeParameter.scope(event, scopes, person);
        removeAll();
        add(
                new PageHeader(getTranslation("properties.title")).subtitle(scope.name()),
                new DefinitionList()
                        .add(getTranslation("scope.name"), scope.name())
                        .add(
                                getTranslation("properties.type"),
                                getTranslation(scope.agreement().labelKey()))
                        .add(
                                getTranslation("properties.kind"),
                                getTranslation(scope.kind().labelKey()))
                        .addId(getTranslation("scope.id"), scope.externalId())
                        .add(
                                getTranslation("scope.currency"),
                                scope.currency().getDisplayName(getLocale()) + " ("
                                        + scope.currency().getCurrencyCode() + ")")
                        .add(getTranslation("properties.since"), Formats.here().date(scope.createdAt())));
        add(ScopeSection.at(ScopeSection.Place.PROPERTIES, sections, scope.id(), person));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("properties.title");
    }
}
