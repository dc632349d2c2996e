package io.factuur.scope.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.factuur.scope.AccountSetup;
import io.factuur.scope.Scope;
import io.factuur.scope.ScopeLists;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.ui.Icons;
import io.factuur.ui.PageHeader;
import io.factuur.ui.Term;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** The operator's tree of all billing scopes. */
@Route("operator/accounts")
@RolesAllowed("OPERATOR")
class AccountsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final AccountSetup setup;
    private final Person person;
    private final ScopeTreeGrid tree;
    private final TextField filter = new TextField();
    private final Button below = new Button(getTranslation("accounts.create-below"), Icons.of("plus"));
    private final Button open = new Button(getTranslation("accounts.open"), Icons.of("arrow-right"));
    private final Span chosen = new Span();

    AccountsView(AccountSetup setup, ScopeLists lists, CurrentPerson me) {
        this.setup = setup;
        this.person = me.get();
        this.tree = new ScopeTreeGrid(lists, person);
        addClassName("page");
        Button create = new Button(getTranslation("accounts.create"), Icons.of("plus"), click -> create(null));
        create.addThemeName("primary");
        add(
                new PageHeader(getTranslation("nav.operator.accounts"))
                        .subtitle(getTranslation("accounts.about"))
                        .terms(Term.BILLING_SCOPE, Term.AGREEMENT_TYPE)
                        .actions(create),
                toolbar(),
                tree);
        tree.asSingleSelect().addValueChangeListener(selected -> choose(tree.chosen()));
        choose(null);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (event.getLocation().getQueryParameters().getParameters().containsKey("create")) {
            create(null);
        }
    }

    private Div toolbar() {
        filter.setPlaceholder(getTranslation("accounts.filter"));
        filter.setAriaLabel(getTranslation("accounts.filter"));
        filter.setPrefixComponent(Icons.of("filter"));
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.setWidth("20rem");
        filter.addValueChangeListener(typed -> tree.filter(typed.getValue()));
        below.addClickListener(click -> create(tree.chosen()));
        open.addClickListener(click -> {
            Scope scope = tree.chosen();
            if (scope != null) {
                getUI().ifPresent(ui -> ui.navigate("billing/" + scope.id() + "/properties"));
            }
        });
        chosen.addClassName("quiet");
        Span spacer = new Span();
        spacer.addClassName("toolbar-spacer");
        Div toolbar = new Div(filter, spacer, chosen, below, open);
        toolbar.addClassName("toolbar");
        return toolbar;
    }

    private void choose(@Nullable Scope scope) {
        boolean any = scope != null;
        open.setEnabled(any);
        below.setEnabled(
                any && !scope.agreement().terms().childrenOf(scope.kind()).isEmpty());
        chosen.setText(any ? scope.name() : getTranslation("accounts.choose"));
    }

    private void create(@Nullable Scope parent) {
        new CreateScope(setup, parent, person, created -> {
                    tree.refresh();
                    tree.reveal(parent);
                })
                .open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.operator.accounts");
    }
}
