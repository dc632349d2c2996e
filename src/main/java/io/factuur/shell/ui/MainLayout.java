package io.factuur.shell.ui;

import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.ui.Still;
import jakarta.annotation.security.PermitAll;
import org.springframework.beans.factory.annotation.Value;

/** The frame around every page: the bar at the top, the navigation at the side, and a scope's menu while in one. */
@Layout
@PermitAll
class MainLayout extends AppLayout implements AfterNavigationObserver {

    private final Person person;
    private final ScopeMenu scopeMenu;

    MainLayout(CurrentPerson me, TopBar topBar, ScopeMenu scopeMenu, @Value("${factuur.demo:false}") boolean demo) {
        this.person = me.get();
        this.scopeMenu = scopeMenu;
        topBar.show(person);
        NativeButton skip = new NativeButton(getTranslation("nav.skip"));
        skip.addClassName("skip-link");
        addToNavbar(skip, topBar);
        Div drawer = new Div(new Still(new MainNavigation()), scopeMenu);
        drawer.addClassName("drawer");
        if (person.operator()) {
            OperatorNavigation operator = new OperatorNavigation();
            if (!operator.getItems().isEmpty()) {
                drawer.add(new Still(operator));
            }
        }
        if (demo) {
            Div notice = new Div(getTranslation("demo.banner"));
            notice.addClassName("demo-notice");
            drawer.add(notice);
        }
        addToDrawer(drawer);
        addAttachListener(attached -> attached.getUI().getPage().addJavaScript("scripts/frame.js"));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        scopeMenu.show(ScopeAddress.of(event.getLocation(), event.getActiveChain()), person);
    }
}
