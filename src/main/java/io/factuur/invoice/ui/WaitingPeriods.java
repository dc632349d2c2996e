package io.factuur.invoice.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import io.factuur.invoice.PeriodsToClose;
import io.factuur.invoice.PeriodsToClose.Waiting;
import io.factuur.security.Person;
import io.factuur.ui.Formats;
import java.util.List;
import java.util.Map;

/** Months with usage that wait for their invoices; choosing one fills in the form. */
class WaitingPeriods extends Div {

    static final String ACCOUNT = "account";
    static final String PERIOD = "period";

    private static final int MOST = 6;

    private final PeriodsToClose periods;

    WaitingPeriods(PeriodsToClose periods) {
        this.periods = periods;
        addClassNames("toolbar", "waiting-periods");
    }

    void refresh(Person person) {
        removeAll();
        List<Waiting> waiting = periods.lately(MOST, person);
        setVisible(!waiting.isEmpty());
        Span label = new Span(getTranslation("runs.waiting"));
        label.addClassName("quiet");
        add(label);
        waiting.forEach(period -> add(link(period)));
    }

    private static Anchor link(Waiting period) {
        String query = QueryParameters.simple(Map.of(
                        ACCOUNT,
                        period.accountExternalId(),
                        PERIOD,
                        period.month().toString()))
                .getQueryString();
        Anchor link = new Anchor(
                "operator/billing-runs?" + query,
                period.accountName() + ", " + Formats.here().monthWithin(period.month()));
        link.getElement().setAttribute("router-link", true);
        link.addClassName("button-link");
        return link;
    }
}
