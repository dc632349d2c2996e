package io.factuur.usage.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.factuur.security.Person;
import io.factuur.ui.DataTable;
import io.factuur.ui.Formats;
import io.factuur.usage.Costs;
import io.factuur.usage.Costs.ServiceCost;
import io.factuur.usage.Dimension;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** What costs most this month, or last month while this one has no usage yet. */
class CostByService extends Div {

    private static final int MOST = 8;

    CostByService(Costs costs, Clock clock, long scope, Person person) {
        addClassName("card");
        YearMonth month = YearMonth.from(LocalDate.now(clock));
        List<ServiceCost> found = read(costs, scope, month, person);
        if (found.isEmpty()) {
            month = month.minusMonths(1);
            found = read(costs, scope, month, person);
        }
        Formats formats = Formats.here();
        Anchor more = new Anchor(CostPages.month(scope, month, Dimension.SERVICE), getTranslation("costs.analysis"));
        more.getElement().setAttribute("router-link", true);
        Div head = new Div(new H2(getTranslation("costs.by-service", formats.monthWithin(month))), more);
        head.addClassName("card-head");
        add(head);
        if (found.isEmpty()) {
            Span none = new Span(getTranslation("costs.none"));
            none.addClassName("quiet");
            add(none);
            return;
        }
        DataTable table = new DataTable(getTranslation("costs.service")).withNumber(getTranslation("costs.cost"));
        found.forEach(cost -> table.row(cost.service(), formats.money(cost.cost())));
        add(table);
    }

    private static List<ServiceCost> read(Costs costs, long scope, YearMonth month, Person person) {
        return costs.byService(scope, month.atDay(1), month.plusMonths(1).atDay(1), MOST, person);
    }
}
