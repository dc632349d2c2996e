package io.factuur.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.Tooltip;

/**
 * A button that this person may not use here, with the reason and who can change that: on hover, on keyboard focus and
 * to a screen reader. A disabled button itself gets no focus, so what is around it does.
 */
public class DisabledReason extends Span {

    public <C extends Component & HasEnabled> DisabledReason(C button, String reason) {
        addClassName("disabled-reason");
        button.setEnabled(false);
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "note");
        getElement().setAttribute("aria-label", reason);
        Tooltip.forComponent(this).setText(reason);
        add(button);
    }
}
