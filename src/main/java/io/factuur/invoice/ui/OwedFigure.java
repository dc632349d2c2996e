package io.factuur.invoice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Operation;
import io.factuur.agreement.ScopeKind;
import io.factuur.invoice.InvoiceLists;
import io.factuur.invoice.OwedInvoices;
import io.factuur.invoice.OwedInvoices.Owed;
import io.factuur.security.Person;
import io.factuur.shared.Texts;
import io.factuur.ui.Formats;
import io.factuur.ui.KeyFigure;
import io.factuur.ui.OverviewCard;
import java.util.List;
import java.util.Optional;

/** What is to be paid at a scope and when, in each currency; that there is nothing, where there have been invoices. */
@org.springframework.stereotype.Component
class OwedFigure implements OverviewCard {

    private final OwedInvoices owed;
    private final InvoiceLists lists;

    OwedFigure(OwedInvoices owed, InvoiceLists lists) {
        this.owed = owed;
        this.lists = lists;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Place place() {
        return Place.FIGURE;
    }

    @Override
    public Operation needs() {
        return Operation.SEE_INVOICES;
    }

    @Override
    public boolean fits(AgreementType agreement, ScopeKind kind) {
        return true;
    }

    @Override
    public Optional<Component> show(long scopeId, Person person) {
        List<Owed> sums = owed.togetherAt(scopeId, person);
        if (sums.isEmpty()) {
            return lists.last(scopeId, person)
                    .map(last -> new KeyFigure(text("home.owed"), text("overview.owed.nothing"))
                            .detail(text("overview.owed.paid")));
        }
        Div each = new Div();
        each.addClassName("key-figure-group");
        sums.forEach(sum -> each.add(figure(scopeId, sum)));
        return Optional.of(each);
    }

    private static KeyFigure figure(long scopeId, Owed sum) {
        return new KeyFigure(text("home.owed"), Formats.here().money(sum.due()))
                .to(OwedCard.rows(scopeId, sum))
                .detail(OwedCard.due(sum));
    }

    private static String text(String key, Object... arguments) {
        return Texts.get(Formats.here().locale(), key, arguments);
    }
}
