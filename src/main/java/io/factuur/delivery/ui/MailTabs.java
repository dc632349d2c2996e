package io.factuur.delivery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteConfiguration;
import io.factuur.ui.PageTabs;

/** The pages of the operator's mail, side by side. */
class MailTabs extends PageTabs {

    MailTabs(Class<? extends Component> here) {
        super(UI.getCurrent().getTranslation("nav.operator.mail"));
        tab("delivery.nights", MailNightsView.class, here);
        tab("delivery.mailbox", MailboxView.class, here);
        tab("delivery.address", AddressView.class, here);
    }

    private void tab(String key, Class<? extends Component> view, Class<? extends Component> here) {
        add(RouteConfiguration.forApplicationScope().getUrl(view), getTranslation(key), view == here);
    }
}
