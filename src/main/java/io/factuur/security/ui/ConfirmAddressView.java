package io.factuur.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.factuur.security.Profiles;
import io.factuur.ui.Notices;

/** Where the mail that asks to confirm an address leads. Counts with the button, not with the visit: programs follow links, too. */
@Route(value = "confirm-address/:secret", autoLayout = false)
@AnonymousAllowed
class ConfirmAddressView extends Outside implements BeforeEnterObserver {

    private final Profiles profiles;
    final Button confirm = new Button();

    ConfirmAddressView(Profiles profiles) {
        this.profiles = profiles;
        confirm.setText(getTranslation("address.confirm"));
        confirm.addThemeNames("primary");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String secret = event.getRouteParameters().get("secret").orElse("");
        Anchor home = new Anchor("", getTranslation("home.title"));
        profiles.addressToConfirm(secret)
                .ifPresentOrElse(
                        address -> {
                            confirm.addClickListener(click -> confirm(secret));
                            show(getTranslation("address.title"), getTranslation("address.detail", address), confirm);
                        },
                        () -> show(getTranslation("link.dead"), getTranslation("link.dead.detail"), home));
    }

    private void confirm(String secret) {
        if (Notices.attempt(() -> profiles.confirmAddress(secret))) {
            show(
                    getTranslation("address.done"),
                    getTranslation("address.done.detail"),
                    new Anchor("", getTranslation("home.title")));
        }
    }
}
