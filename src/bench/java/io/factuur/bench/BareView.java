package io.factuur.bench;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** As little as a page can be: what Flow itself keeps for an open tab, the floor under every other page. */
@Route(value = "bench/bare", autoLayout = false)
@PermitAll
class BareView extends Div {

    BareView() {
        add(new H1("Bare"));
    }
}
