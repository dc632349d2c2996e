package io.factuur.invoice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.popover.PopoverPosition;
import io.factuur.ui.PopUp;
import java.util.List;
import java.util.stream.Stream;

/** What can be had of a row: made when the row asks for it. */
class InvoiceMenu extends PopUp {

    private final Nav links = new Nav();

    private InvoiceMenu(String label, List<Component> what) {
        super(PopoverPosition.BOTTOM_END, label);
        links.addClassName("invoice-menu");
        links.setAriaLabel(label);
        links.add(what);
        links.addClickListener(chosen -> close());
        add(links);
    }

    /** @param anchor ID of the button in the row of the grid */
    static void open(Component grid, String label, List<Component> what, String anchor) {
        new InvoiceMenu(label, what).openAt(grid, anchor);
    }

    /** What it offers. */
    Stream<Component> links() {
        return links.getChildren();
    }
}
