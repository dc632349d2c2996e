package io.factuur.invoice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.factuur.access.Guard;
import io.factuur.agreement.Operation;
import io.factuur.invoice.DocumentType;
import io.factuur.invoice.Invoice;
import io.factuur.invoice.InvoiceRow;
import io.factuur.invoice.InvoiceStatus;
import io.factuur.invoice.InvoiceStory;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Money;
import io.factuur.shared.Problem;
import io.factuur.ui.Badge;
import io.factuur.ui.Formats;
import io.factuur.ui.InvoicePiece;
import io.factuur.ui.KeyFigure;
import io.factuur.ui.PageHeader;
import io.factuur.ui.WithinScope;
import jakarta.annotation.security.PermitAll;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** One invoice: what is owed and why, what became of it, and its documents. */
@Route("invoices/:number")
@PermitAll
class InvoiceView extends Main implements BeforeEnterObserver, HasDynamicTitle, WithinScope {

    private final InvoiceBooks books;
    private final Guard guard;
    private final Person person;
    private final List<InvoicePiece> pieces;
    private final Formats formats = Formats.here();
    private String title = "";
    private long scopeId;

    InvoiceView(InvoiceBooks books, Guard guard, CurrentPerson me, ObjectProvider<InvoicePiece> pieces) {
        this.books = books;
        this.guard = guard;
        this.person = me.get();
        this.pieces = pieces.stream()
                .sorted(Comparator.comparingInt(InvoicePiece::order))
                .toList();
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String number = event.getRouteParameters().get("number").orElseThrow(Problem::notFound);
        Invoice invoice = books.invoices().head(number, person);
        InvoiceRow row = invoice.row();
        scopeId = row.scopeId();
        InvoiceStory story = books.life().story(number, person);
        Set<Operation> allowed = guard.allowed(row.scopeId(), person);
        title = getTranslation(row.documentType().labelKey()) + " " + number;
        removeAll();
        add(header(row, allowed));
        chains(row, story).forEach(this::add);
        add(figures(row));
        Div cards = new Div(new SummaryCard(invoice), new PaymentsCard(row, story));
        cards.addClassName("card-grid");
        add(cards);
        books.changes().of(number, person).ifPresent(change -> add(new ChangeCard(row, change)));
        add(new LinesCard(row, books.parts(), person));
        Div papers = new Div(new DocumentsCard(row, books.parts().documents(number, person), allowed));
        papers.addClassName("card-grid");
        if (allowed.contains(Operation.GRANT_ACCESS)) {
            papers.add(new DownloadsCard(books.downloads().of(number, person)));
        }
        pieces.forEach(piece -> piece.show(number, row.scopeId(), person).ifPresent(papers::add));
        add(papers);
    }

    private PageHeader header(InvoiceRow row, Set<Operation> allowed) {
        Anchor list = new Anchor("billing/" + row.scopeId() + "/invoices", row.scopeName());
        Span kind =
                new Span(" · " + getTranslation(row.type().labelKey()) + " · " + formats.period(row.period()) + " ");
        PageHeader header = new PageHeader(title)
                .subtitle(list, kind, new Badge(Tones.of(row.status()), getTranslation(row.statusKey())));
        List<Component> links = InvoiceDocumentLinks.of(row, allowed);
        if (row.documentType() == DocumentType.INVOICE) {
            Anchor proof = new Anchor("invoices/" + row.number() + "/proof", getTranslation("proof.open"));
            proof.addClassName("button-link");
            links.add(proof);
        }
        return header.actions(links.toArray(Component[]::new));
    }

    /** What it hangs together with, in sentences. */
    private List<Component> chains(InvoiceRow row, InvoiceStory story) {
        List<Component> found = new ArrayList<>();
        if (row.status() == InvoiceStatus.VOID && story.replacedBy() == null) {
            found.add(chain("banner-warn", "invoice.chain.void", null));
        }
        if (story.replacedBy() != null) {
            found.add(chain("banner-warn", "invoice.chain.replaced-by", story.replacedBy()));
        }
        if (story.rebillOf() != null) {
            found.add(chain("banner-info", "invoice.chain.rebill-of", story.rebillOf()));
        }
        if (story.creditFor() != null) {
            found.add(chain("banner-info", "invoice.chain.credit-for", story.creditFor()));
        }
        story.creditNotes().forEach(note -> found.add(chain("banner-info", "invoice.chain.credited-by", note)));
        return found;
    }

    private Component chain(String tone, String key, @Nullable String other) {
        Div line = new Div(new Span(getTranslation(key) + " "));
        if (other != null) {
            line.add(new Anchor("invoices/" + other, other));
        }
        line.addClassNames("banner", tone);
        return line;
    }

    private Div figures(InvoiceRow row) {
        boolean overdue = row.status() == InvoiceStatus.OVERDUE;
        Div figures = new Div(
                new KeyFigure(
                                getTranslation("proof.TOTAL"),
                                money(row, row.figures().total()))
                        .detail(getTranslation("invoice.issued-on", formats.date(row.invoiceDate()))),
                new KeyFigure(
                                getTranslation(
                                        row.status() == InvoiceStatus.CREDIT
                                                ? "invoice.credit-balance"
                                                : "invoices.amount-due"),
                                money(row, row.amountDue().abs()))
                        .detail(due(row, overdue)),
                new KeyFigure(getTranslation("invoices.period"), formats.period(row.period()))
                        .detail(days(row.period())));
        figures.addClassName("key-figures");
        return figures;
    }

    private String days(BillingPeriod period) {
        return period.isCalendarMonth()
                ? getTranslation(
                        "invoice.days",
                        period.days(),
                        formats.date(period.start()),
                        formats.date(period.end().minusDays(1)))
                : getTranslation("invoice.days.count", period.days());
    }

    private String due(InvoiceRow row, boolean overdue) {
        if (row.amountDue().signum() <= 0) {
            return getTranslation(row.amountDue().signum() == 0 ? "invoice.nothing-due" : "invoice.in-favour");
        }
        return getTranslation(overdue ? "invoice.was-due" : "invoice.due", formats.date(row.dueDate()));
    }

    private String money(InvoiceRow row, BigDecimal amount) {
        return formats.money(new Money(row.figures().currency(), amount));
    }

    @Override
    public long scopeId() {
        return scopeId;
    }

    @Override
    public String segment() {
        return "invoices";
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
