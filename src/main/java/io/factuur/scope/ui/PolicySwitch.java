package io.factuur.scope.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.factuur.agreement.Condition;

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
        add(box, about);
        if (!obstacle.isEmpty()) {
            Paragraph why = new Paragraph(obstacle);
            why.addClassName("policy-why");
            add(why);
        }
    }

    Condition policy() {
        return policy;
    }

    boolean isOn() {
        return box.getValue();
    }
}
