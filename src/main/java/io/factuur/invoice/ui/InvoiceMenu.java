package io.factuur.invoice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.List;
import java.util.stream.Stream;

/** What can be had of a row: one menu for the whole grid, filled when a row asks for it. */
class InvoiceMenu extends Popover {

    private final Nav links = new Nav();

    InvoiceMenu() {
        links.addClassName("invoice-menu");
        setPosition(PopoverPosition.BOTTOM_END);
        setOpenOnClick(false);
        setModal(true);
        links.addClickListener(chosen -> close());
        add(links);
    }

    /** @param anchor ID of the button in the row */
    void open(String label, List<Component> what, String anchor) {
        links.setAriaLabel(label);
        links.removeAll();
        links.add(what);
        setFor(anchor);
        open();
    }

    /** What it offers now. */
    Stream<Component> links() {
        return links.getChildren();
    }
}
