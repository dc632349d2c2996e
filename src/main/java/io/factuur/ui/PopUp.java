package io.factuur.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.function.Supplier;

/** What a button opens: made when it is pressed and gone when it closes, so that a page that stands open keeps none of it. */
public class PopUp extends Popover {

    /** @param label what it is called when it is read aloud */
    public PopUp(PopoverPosition position, String label, Component... content) {
        super(content);
        setPosition(position);
        setAriaLabel(label);
        setOpenOnClick(false);
        setModal(true);
        setAutofocus(true);
    }

    /** Pressed, the button opens what is made for it then. A bare click: what Vaadin's own tells of each costs a kB. */
    public static void openedBy(NativeButton button, Supplier<PopUp> make) {
        button.getElement().setAttribute("aria-haspopup", "dialog");
        button.getElement().addEventListener("click", pressed -> {
            PopUp popUp = make.get();
            popUp.setTarget(button);
            popUp.getElement().addEventListener("closed", closed -> {
                popUp.removeFromParent();
                button.focus();
            });
            button.getElement().getParent().appendChild(popUp.getElement());
            popUp.open();
        });
    }
}
