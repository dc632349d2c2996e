package io.factuur.shell.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Hr;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.factuur.access.Guard;
import io.factuur.access.PageLook;
import io.factuur.agreement.Operation;
import io.factuur.scope.RecentScopes;
import io.factuur.scope.Scope;
import io.factuur.scope.ScopeLists;
import io.factuur.scope.ScopeRow;
import io.factuur.scope.Scopes;
import io.factuur.security.Person;
import io.factuur.ui.Icons;
import io.factuur.ui.ScopePage;
import io.factuur.ui.Still;
import io.factuur.ui.Term;
import io.factuur.ui.TermHelp;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;

/** Where one is: the scope, its pages as far as this person may open them, and the way to another one. */
@SpringComponent
@org.springframework.context.annotation.Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class ScopeMenu extends Div {

    private final Scopes scopes;
    private final ScopeLists lists;
    private final RecentScopes recent;
    private final Guard guard;
    private final PageLook look;
    private final List<ScopePage> pages;
    private long last;

    ScopeMenu(Scopes scopes, ScopeLists lists, RecentScopes recent, Guard guard, PageLook look, List<ScopePage> pages) {
        this.scopes = scopes;
        this.lists = lists;
        this.recent = recent;
        this.guard = guard;
        this.look = look;
        this.pages =
                pages.stream().sorted(Comparator.comparingInt(ScopePage::order)).toList();
        addClassName("scope-menu");
    }

    /** Rights are read anew on each page, and once for all that stands here, so that a role taken away shows at once. */
    void show(Optional<ScopeAddress> address, Person person) {
        look.begin();
        try {
            look(address, person);
        } finally {
            look.end();
        }
    }

    private void look(Optional<ScopeAddress> address, Person person) {
        removeAll();
        Optional<Scope> scope =
                address.flatMap(at -> scopes.find(at.scopeId(), person)).map(ScopeRow::scope);
        setVisible(scope.isPresent());
        if (scope.isEmpty()) {
            last = 0;
            return;
        }
        if (last != scope.get().id()) {
            last = scope.get().id();
            recent.visited(last, person);
        }
        Hr line = new Hr();
        line.addClassName("drawer-divider");
        add(
                line,
                head(scope.get(), address.get().page(), person),
                new Still(pages(scope.get(), address.get(), person)));
    }

    private Div head(Scope scope, String page, Person person) {
        Span kind = new Span(getTranslation(scope.kind().labelKey()));
        kind.addClassName("scope-head-kind");
        Span name = new Span(scope.name());
        name.addClassName("scope-head-name");
        Span agreement = new Span(getTranslation(scope.agreement().labelKey()));
        agreement.addClassName("scope-head-kind");
        Div line = new Div(kind, new TermHelp(Term.of(scope.kind())));
        line.addClassName("term-line");
        Div head = new Div(line, name, agreement);
        head.addClassName("scope-head");
        if (lists.several(person)) {
            Anchor other = new Anchor("billing?page=" + page);
            other.getElement().setAttribute("router-link", true);
            other.add(Icons.of("switch"), new Span(getTranslation("scope.switch")));
            head.add(other);
        }
        return head;
    }

    private Navigation pages(Scope scope, ScopeAddress here, Person person) {
        Set<Operation> allowed = guard.allowed(scope.id(), person);
        Navigation menu = new Navigation();
        menu.getElement().setAttribute("aria-label", getTranslation("nav.scope", scope.name()));
        pages.stream()
                .filter(page -> page.fits(scope.agreement(), scope.kind()))
                .filter(page -> allowed.contains(page.needs()))
                .forEach(page -> menu.addItem(item(page, here)));
        return menu;
    }

    private SideNavItem item(ScopePage page, ScopeAddress here) {
        SideNavItem item = Navigation.item(page.path(here.scopeId()), getTranslation(page.labelKey()), page.icon());
        if (page.segment().equals(here.page())) {
            // A page can be at other addresses than its own, and what it leads to is at one, too.
            item.getElement().setAttribute("path-aliases", "[\"" + here.path() + "\"]");
        }
        return item;
    }
}
