package io.factuur.delivery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.RouterLink;

/** The pages of the operator's mail, side by side. */
class MailTabs extends Nav {

    MailTabs(Class<? extends Component> here) {
        addClassName("mail-tabs");
        setAriaLabel(getTranslation("nav.operator.mail"));
        tab("delivery.nights", MailNightsView.class, here);
        tab("delivery.mailbox", MailboxView.class, here);
        tab("delivery.address", AddressView.class, here);
    }

    private void tab(String key, Class<? extends Component> view, Class<? extends Component> here) {
        RouterLink link = new RouterLink(getTranslation(key), view);
        link.addClassName("mail-tab");
        if (view == here) {
            link.getElement().setAttribute("aria-current", "page");
        }
        add(link);
    }
}
