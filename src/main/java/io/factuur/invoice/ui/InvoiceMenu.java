package io.factuur.invoice.ui;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import io.factuur.invoice.InvoiceRow;
import io.factuur.ui.DocumentLink;

/** What can be fetched of an invoice: one menu for the whole grid, filled when a row asks for it. */
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

    void open(InvoiceRow row, String anchor) {
        String documents = "/api/v1/invoices/" + row.number() + "/documents/";
        links.setAriaLabel(getTranslation("invoices.menu", row.number()));
        links.removeAll();
        links.add(
                new DocumentLink(documents + "invoice.pdf", getTranslation("invoices.document.invoice")),
                new DocumentLink(documents + "usage.csv", getTranslation("invoices.document.usage")));
        setFor(anchor);
        open();
    }
}
