package io.factuur.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.function.Supplier;

/**
 * What a button opens: made when it is pressed and gone when it closes, so that a page that stands open keeps none of it.
 * The script in {@code scripts/frame.js} gives the button the focus back.
 */
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
            popUp.openBeside(button);
        });
    }

    /** Opens at a button that only the browser knows, in a row of a grid. */
    public void openAt(Component grid, String buttonId) {
        setFor(buttonId);
        openBeside(grid);
    }

    private void openBeside(Component place) {
        getElement().addEventListener("closed", closed -> removeFromParent());
        place.getElement().getParent().appendChild(getElement());
        open();
    }
}
