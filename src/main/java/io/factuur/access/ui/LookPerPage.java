package io.factuur.access.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinRequestInterceptor;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import io.factuur.access.PageLook;
import org.springframework.stereotype.Component;

/** Begins a look with each address that is opened and ends it with the page, or with the request at the latest. */
@Component
class LookPerPage implements VaadinServiceInitListener, VaadinRequestInterceptor {

    private final PageLook look;

    LookPerPage(PageLook look) {
        this.look = look;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addVaadinRequestInterceptor(this);
        event.getSource().addUIInitListener(opened -> watch(opened.getUI()));
    }

    private void watch(UI ui) {
        ui.addBeforeEnterListener(entering -> {
            if (VaadinRequest.getCurrent() != null) {
                look.begin();
            }
        });
        ui.addAfterNavigationListener(there -> look.end());
    }

    @Override
    public void requestStart(VaadinRequest request, VaadinResponse response) {}

    @Override
    public void handleException(
            VaadinRequest request, VaadinResponse response, VaadinSession session, Exception failure) {}

    @Override
    public void requestEnd(VaadinRequest request, VaadinResponse response, VaadinSession session) {
        look.end();
    }
}
