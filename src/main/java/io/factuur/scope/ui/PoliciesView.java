package io.factuur.scope.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.factuur.access.Decision;
import io.factuur.access.Guard;
import io.factuur.access.Reasons;
import io.factuur.agreement.Condition;
import io.factuur.agreement.Operation;
import io.factuur.scope.Scope;
import io.factuur.scope.ScopePolicies;
import io.factuur.scope.Scopes;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import io.factuur.ui.Notices;
import io.factuur.ui.PageHeader;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The policies of an enrollment. */
@Route("billing/:scope/policies")
@PermitAll
class PoliciesView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Scopes scopes;
    private final ScopePolicies policies;
    private final Guard guard;
    private final Person person;
    final List<PolicySwitch> switches = new ArrayList<>();
    final Button save = new Button();

    PoliciesView(Scopes scopes, ScopePolicies policies, Guard guard, CurrentPerson me) {
        this.scopes = scopes;
        this.policies = policies;
        this.guard = guard;
        this.person = me.get();
        addClassNames("page", "narrow");
        save.setText(getTranslation("ui.save"));
        save.addThemeNames("primary");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Scope scope = ScopeParameter.scope(event, scopes, person);
        Map<Condition, Boolean> now = policies.get(scope.id(), person);
        if (!ScopePages.hasPolicies(scope.agreement(), scope.kind())) {
            throw Problem.notFound();
        }
        Div list = new Div();
        list.addClassNames("card", "policies");
        now.forEach((policy, on) -> {
            PolicySwitch one = new PolicySwitch(policy, on, obstacle(policy, scope));
            switches.add(one);
            list.add(one);
        });
        save.addClickListener(click -> save(scope));
        boolean some = switches.stream().anyMatch(one -> one.box.isEnabled());
        save.setVisible(some);
        add(new PageHeader(getTranslation("policies.title")).subtitle(getTranslation("policies.about")), list, save);
    }

    private String obstacle(Condition policy, Scope scope) {
        Operation needed = policy.changedBy();
        if (needed == null) {
            return person.operator() ? "" : getTranslation("policies.operator-only");
        }
        Decision decision = guard.decide(needed, scope.id(), person);
        return decision.allowed() ? "" : Reasons.sentence(decision, getLocale());
    }

    private void save(Scope scope) {
        Map<Condition, Boolean> wanted = new EnumMap<>(Condition.class);
        switches.stream().filter(one -> one.box.isEnabled()).forEach(one -> wanted.put(one.policy(), one.isOn()));
        if (Notices.attempt(() -> policies.change(scope.id(), wanted, person))) {
            Notices.done(getTranslation("policies.saved"));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("policies.title");
    }
}
