package io.factuur.invoice.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.factuur.access.Decision;
import io.factuur.access.Guard;
import io.factuur.access.Reasons;
import io.factuur.agreement.Operation;
import io.factuur.invoice.InvoiceLists;
import io.factuur.invoice.InvoiceQuery;
import io.factuur.invoice.InvoiceQuery.Sort;
import io.factuur.invoice.InvoiceRow;
import io.factuur.invoice.InvoiceStatus;
import io.factuur.scope.Scope;
import io.factuur.scope.Scopes;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import io.factuur.ui.Formats;
import io.factuur.ui.Icons;
import io.factuur.ui.PageHeader;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The invoices at a scope. Filters stand in the address, so that a view can be kept as a bookmark. */
@Route("billing/:scope/invoices")
@RouteAlias("subscriptions/:scope/invoices")
@PermitAll
class InvoicesView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final Scopes scopes;
    private final InvoiceLists lists;
    private final Guard guard;
    private final Person person;

    final TextField text = new TextField();
    final ComboBox<InvoiceStatus> status = new ComboBox<>();
    final InvoiceMenu menu = new InvoiceMenu();
    private String path = "";
    private InvoiceQuery query = InvoiceQuery.at(0);

    InvoicesView(Scopes scopes, InvoiceLists lists, Guard guard, CurrentPerson me) {
        this.scopes = scopes;
        this.lists = lists;
        this.guard = guard;
        this.person = me.get();
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Scope scope = event.getRouteParameters()
                .get("scope")
                .filter(id -> id.matches("\\d{1,18}"))
                .map(id -> scopes.get(Long.parseLong(id), person).scope())
                .orElseThrow(Problem::notFound);
        guard.require(Operation.SEE_INVOICES, scope.id(), person);
        path = event.getLocation().getPath();
        QueryParameters asked = event.getLocation().getQueryParameters();
        query = InvoiceQuery.at(scope.id())
                .matching(asked.getSingleParameter("q").orElse(""))
                .in(status(asked));
        InvoiceGrid grid = grid(scope);
        removeAll();
        add(new PageHeader(getTranslation("invoices.title")).subtitle(scope.name()));
        Decision download = guard.decide(Operation.DOWNLOAD_INVOICE, scope.id(), person);
        if (download.allowed()) {
            grid.menu(menu::open);
        } else {
            add(notice(download));
        }
        add(filters(grid), grid, menu);
        grid.show(query);
    }

    private InvoiceGrid grid(Scope scope) {
        Formats formats = Formats.here();
        InvoiceGrid grid = new InvoiceGrid(lists, query, person)
                .text(Sort.NUMBER, "invoices.number", "9rem", InvoiceRow::number)
                .text(Sort.DATE, "invoices.date", "8rem", row -> formats.date(row.invoiceDate()));
        if (scope.kind() != scope.agreement().terms().invoicedKind()) {
            grid.text(Sort.SCOPE, "invoices.scope", "12rem", InvoiceRow::scopeName);
        }
        return grid.text(Sort.PERIOD, "invoices.period", "10rem", row -> formats.period(row.period()))
                .status()
                .money(Sort.TOTAL, "invoices.total", row -> row.figures().total())
                .money(Sort.AMOUNT_DUE, "invoices.amount-due", InvoiceRow::amountDue)
                .text(Sort.DUE_DATE, "invoices.due-date", "8rem", row -> formats.date(row.dueDate()));
    }

    private Div filters(InvoiceGrid grid) {
        text.setPlaceholder(getTranslation("invoices.filter"));
        text.setAriaLabel(getTranslation("invoices.filter"));
        text.setPrefixComponent(Icons.of("filter"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValue(query.text());
        text.addValueChangeListener(typed -> change(grid, query.matching(typed.getValue())));
        status.setItems(InvoiceStatus.values());
        status.setItemLabelGenerator(value -> getTranslation(value.labelKey()));
        status.setPlaceholder(getTranslation("invoices.status"));
        status.setAriaLabel(getTranslation("invoices.status"));
        status.setClearButtonVisible(true);
        status.setValue(query.status());
        status.addValueChangeListener(chosen -> change(grid, query.in(chosen.getValue())));
        Div toolbar = new Div(text, status);
        toolbar.addClassName("toolbar");
        return toolbar;
    }

    private void change(InvoiceGrid grid, InvoiceQuery wanted) {
        query = wanted;
        Map<String, String> parameters = new HashMap<>();
        if (!wanted.text().isEmpty()) {
            parameters.put("q", wanted.text());
        }
        if (wanted.status() != null) {
            parameters.put("status", wanted.status().name());
        }
        getUI().ifPresent(ui ->
                ui.getPage().getHistory().replaceState(null, new Location(path, QueryParameters.simple(parameters))));
        grid.show(wanted);
    }

    private Div notice(Decision download) {
        Div box = new Div(Icons.of("lock"), new Paragraph(Reasons.sentence(download, getLocale())));
        box.addClassName("callout");
        return box;
    }

    private static @Nullable InvoiceStatus status(QueryParameters asked) {
        String wanted = asked.getSingleParameter("status").orElse("");
        for (InvoiceStatus status : InvoiceStatus.values()) {
            if (status.name().equals(wanted)) {
                return status;
            }
        }
        return null;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("invoices.title");
    }
}
