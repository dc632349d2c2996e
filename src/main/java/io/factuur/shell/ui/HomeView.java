package io.factuur.shell.ui;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** Where one lands after signing in. */
@Route("")
@PermitAll
class HomeView extends Main implements HasDynamicTitle {

    HomeView() {
        add(new H1(getTranslation("home.title")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("home.title");
    }
}
