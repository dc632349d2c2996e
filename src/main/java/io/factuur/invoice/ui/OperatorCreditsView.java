package io.factuur.invoice.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.factuur.invoice.CreditBalances.Place;
import io.factuur.scope.Scope;
import io.factuur.scope.Scopes;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.ui.Formats;
import io.factuur.ui.Icons;
import io.factuur.ui.PageHeader;
import io.factuur.ui.StillGrid;
import io.factuur.ui.Term;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** Where the operator gives prepayments and credits, puts them right, and sees what became of them. */
@Route("operator/credits")
@RolesAllowed("OPERATOR")
class OperatorCreditsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final String SCOPE = "scope";
    private static final int SHOWN = 500;

    private final CreditBooks books;
    private final Scopes scopes;
    private final Person person;
    private final Formats formats = Formats.here();
    private final Div shown = new Div();

    private Registration offer = () -> {};

    final ComboBox<Place> place = new ComboBox<>();
    final Button give = new Button();
    final StillGrid<Place> given = new StillGrid<>();

    OperatorCreditsView(CreditBooks books, Scopes scopes, CurrentPerson me) {
        this.books = books;
        this.scopes = scopes;
        this.person = me.get();
        addClassName("page");
        place.setLabel(getTranslation("credits.scope"));
        place.setItemLabelGenerator(one -> one.name() + " (" + one.externalId() + ")");
        place.setWidth("30rem");
        place.setMaxWidth("100%");
        place.setItems(
                query -> books
                        .balances()
                        .places(query.getFilter().orElse(""), false, query.getOffset(), query.getLimit(), person)
                        .stream());
        place.addValueChangeListener(chosen -> go(chosen.getValue()));
        shown.addClassName("credits");
        give.setText(getTranslation("credits.give"));
        give.setIcon(Icons.of("plus"));
        give.addThemeVariants(ButtonVariant.PRIMARY);
        Div form = new Div(place);
        form.addClassNames("toolbar", "toolbar-form");
        given.addColumn(Place::account)
                .setHeader(getTranslation("runs.account"))
                .setFlexGrow(1);
        given.addColumn(Place::name).setHeader(getTranslation("credits.scope")).setFlexGrow(1);
        given.addColumn(one -> formats.money(one.left()))
                .setHeader(getTranslation("credits.balance"))
                .setTextAlign(ColumnTextAlign.END);
        given.setSelectionMode(Grid.SelectionMode.NONE);
        given.setEmptyStateText(getTranslation("credits.operator.none"));
        given.addItemClickListener(click -> go(click.getItem()));
        add(
                new PageHeader(getTranslation("credits.operator.title"))
                        .subtitle(getTranslation("credits.operator.about"))
                        .terms(Term.PREPAYMENT, Term.CREDIT)
                        .actions(give),
                form,
                shown);
    }

    private void go(@Nullable Place to) {
        if (to != null) {
            getUI().ifPresent(ui ->
                    ui.navigate(OperatorCreditsView.class, QueryParameters.of(SCOPE, String.valueOf(to.id()))));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        shown.removeAll();
        give.setVisible(false);
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SCOPE)
                .filter(id -> id.matches("\\d{1,18}"))
                .flatMap(id -> scopes.find(Long.parseLong(id), person))
                .ifPresentOrElse(row -> show(row.scope()), this::list);
    }

    private void list() {
        given.setItems(books.balances().places("", true, 0, SHOWN, person));
        shown.add(given);
    }

    private void show(Scope scope) {
        CreditsPanel panel = new CreditsPanel(books, scope, false, person);
        shown.add(new H2(scope.name()), panel);
        give.setVisible(true);
        offer.remove();
        offer = give.addClickListener(
                click -> new GiveCreditDialog(books.credits(), scope, books.today(), panel::show, person).open());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("credits.operator.title");
    }
}
