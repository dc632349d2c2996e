package io.factuur.scope.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.factuur.agreement.Condition;
import io.factuur.ui.Term;
import io.factuur.ui.TermHelp;
import java.util.Optional;

/** One switch: what it is called, what it does, whether it is on, and who can change it where this person cannot. */
class PolicySwitch extends Div {

    final Checkbox box = new Checkbox();
    private final Condition policy;

    /** @param obstacle why it cannot be changed, or empty */
    PolicySwitch(Condition policy, boolean on, String obstacle) {
        this.policy = policy;
        addClassName("policy");
        box.setLabel(getTranslation(policy.labelKey()));
        box.setValue(on);
        box.setEnabled(obstacle.isEmpty());
        Paragraph about = new Paragraph(getTranslation("policy.about." + policy.name()));
        about.addClassName("quiet");
        Div head = new Div(box);
        head.addClassName("policy-head");
        explained(policy).ifPresent(term -> head.add(new TermHelp(term)));
        add(head, about);
        if (!obstacle.isEmpty()) {
            Paragraph why = new Paragraph(obstacle);
            why.addClassName("policy-why");
            add(why);
        }
    }

    private static Optional<Term> explained(Condition policy) {
        return switch (policy) {
            case DEPARTMENT_ADMIN_VIEW_CHARGES, ACCOUNT_OWNER_VIEW_CHARGES -> Optional.of(Term.VIEW_CHARGES);
            case ACCESS_TO_INVOICE -> Optional.of(Term.ACCESS_TO_INVOICE);
            case INVOICE_DOWNLOAD, NONE -> Optional.empty();
        };
    }

    Condition policy() {
        return policy;
    }

    boolean isOn() {
        return box.getValue();
    }
}
