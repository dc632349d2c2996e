package io.factuur.scope.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import io.factuur.access.Decision;
import io.factuur.access.Guard;
import io.factuur.access.Reasons;
import io.factuur.agreement.Condition;
import io.factuur.agreement.Operation;
import io.factuur.scope.ScopePolicies;
import io.factuur.security.Person;
import io.factuur.ui.DisabledReason;
import io.factuur.ui.Icons;
import io.factuur.ui.Notices;
import io.factuur.ui.ScopeSection;
import java.util.Map;
import java.util.Optional;

/** The button "Access to invoice" of a subscription: lets people with a role there open its invoices. */
@org.springframework.stereotype.Component
class AccessToInvoice implements ScopeSection {

    private final ScopePolicies policies;
    private final Guard guard;

    AccessToInvoice(ScopePolicies policies, Guard guard) {
        this.policies = policies;
        this.guard = guard;
    }

    @Override
    public Place place() {
        return Place.INVOICES_ACTION;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Component> show(long scopeId, Person person) {
        Boolean on = policies.get(scopeId, person).get(Condition.ACCESS_TO_INVOICE);
        return on == null ? Optional.empty() : Optional.of(button(scopeId, on, person));
    }

    private Component button(long scopeId, boolean on, Person person) {
        Button button = new Button(Icons.of("lock"));
        button.setText(button.getTranslation("condition.ACCESS_TO_INVOICE"));
        Decision decision = guard.decide(Operation.CHANGE_ACCESS_TO_INVOICE, scopeId, person);
        if (!decision.allowed()) {
            return new DisabledReason(
                    button, Reasons.sentence(decision, UI.getCurrent().getLocale()));
        }
        if (!on && !policies.canBeOn(Condition.ACCESS_TO_INVOICE, scopeId, person)) {
            return new DisabledReason(button, button.getTranslation("reason.not-shared"));
        }
        button.addClickListener(click -> new SwitchDialog(scopeId, person).open());
        return button;
    }

    final class SwitchDialog extends Dialog {

        final PolicySwitch choice;
        final Button save = new Button();

        SwitchDialog(long scopeId, Person person) {
            setHeaderTitle(getTranslation("condition.ACCESS_TO_INVOICE"));
            setWidth("28rem");
            boolean on = Boolean.TRUE.equals(policies.get(scopeId, person).get(Condition.ACCESS_TO_INVOICE));
            choice = new PolicySwitch(Condition.ACCESS_TO_INVOICE, on, "");
            add(choice);
            save.setText(getTranslation("ui.save"));
            save.addThemeNames("primary");
            save.addClickListener(click -> {
                Map<Condition, Boolean> wanted = Map.of(Condition.ACCESS_TO_INVOICE, choice.isOn());
                if (Notices.attempt(() -> policies.change(scopeId, wanted, person))) {
                    Notices.done(getTranslation("policies.saved"));
                    close();
                }
            });
            getFooter().add(new Button(getTranslation("ui.cancel"), click -> close()), save);
        }
    }
}
