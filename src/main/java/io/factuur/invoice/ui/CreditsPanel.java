package io.factuur.invoice.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import io.factuur.invoice.Credit;
import io.factuur.invoice.CreditMonth;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import io.factuur.shared.Money;
import io.factuur.ui.DataTable;
import io.factuur.ui.EmptyState;
import io.factuur.ui.Formats;
import io.factuur.ui.KeyFigure;
import io.factuur.ui.Scrolling;
import java.math.BigDecimal;
import java.util.List;

/** A scope's prepayments and credits: the balance, the months, each amount and what happened to it. */
class CreditsPanel extends Div {

    private final CreditBooks books;
    private final Scope scope;
    private final boolean seesInvoices;
    private final Person person;
    private final Formats formats = Formats.here();

    /** @param seesInvoices whether numbers of invoices lead to their pages */
    CreditsPanel(CreditBooks books, Scope scope, boolean seesInvoices, Person person) {
        this.books = books;
        this.scope = scope;
        this.seesInvoices = seesInvoices;
        this.person = person;
        addClassName("credits");
        show();
    }

    /** Reads everything anew. */
    void show() {
        removeAll();
        List<Credit> credits = books.credits().of(scope.id(), person);
        if (credits.isEmpty()) {
            add(new EmptyState("credit", getTranslation("credits.none"), getTranslation("credits.none.what")));
            return;
        }
        List<CreditMonth> months = books.balances().months(scope.id(), person);
        add(figures(months), months(months));
        Runnable changed = person.operator() ? this::show : null;
        add(new CreditsCard(books, scope, credits, changed, person));
        add(new CreditHistoryCard(books.balances().history(scope.id(), person), scope, seesInvoices));
    }

    private Div figures(List<CreditMonth> months) {
        CreditMonth now = months.getFirst();
        BigDecimal applied = months.stream().map(CreditMonth::applied).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal given = months.stream().map(CreditMonth::given).reduce(BigDecimal.ZERO, BigDecimal::add);
        Div figures = new Div(
                new KeyFigure(getTranslation("credits.balance"), money(now.ending()))
                        .detail(getTranslation("credits.balance.at", formats.monthWithin(now.month()))),
                new KeyFigure(getTranslation("credits.given-in-all"), money(given)),
                new KeyFigure(getTranslation("credits.applied-in-all"), money(applied)));
        figures.addClassName("key-figures");
        return figures;
    }

    private Section months(List<CreditMonth> months) {
        DataTable table = new DataTable(getTranslation("costs.month"))
                .withNumber(getTranslation("credits.starting"))
                .withNumber(getTranslation("credits.new"))
                .withNumber(getTranslation("credits.adjustments"))
                .withNumber(getTranslation("credits.applied"))
                .withNumber(getTranslation("credits.ending"));
        months.forEach(month -> table.row(
                formats.month(month.month()),
                money(month.starting()),
                money(month.given()),
                money(month.adjusted()),
                money(month.applied()),
                money(month.ending())));
        String title = getTranslation("credits.months");
        Section card = new Section(new H2(title), new Scrolling(title, table));
        card.addClassNames("card", "wide");
        return card;
    }

    private String money(BigDecimal amount) {
        return formats.money(new Money(scope.currency(), amount));
    }
}
