package io.factuur.invoice.ui;

import com.vaadin.flow.component.Component;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Operation;
import io.factuur.agreement.ScopeKind;
import io.factuur.invoice.InvoiceLists;
import io.factuur.invoice.InvoiceRow;
import io.factuur.security.Person;
import io.factuur.shared.Money;
import io.factuur.shared.Texts;
import io.factuur.ui.Formats;
import io.factuur.ui.KeyFigure;
import io.factuur.ui.OverviewCard;
import java.util.Optional;

/** The latest invoice: how much, for which period, due when. */
@org.springframework.stereotype.Component
class LastInvoiceCard implements OverviewCard {

    private final InvoiceLists lists;

    LastInvoiceCard(InvoiceLists lists) {
        this.lists = lists;
    }

    @Override
    public int order() {
        return 20;
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
        return kind == agreement.terms().invoicedKind();
    }

    @Override
    public Optional<Component> show(long scopeId, Person person) {
        return lists.last(scopeId, person).map(LastInvoiceCard::figure);
    }

    private static Component figure(InvoiceRow row) {
        Formats formats = Formats.here();
        return new KeyFigure(
                        Texts.get(formats.locale(), "overview.last-invoice"),
                        formats.money(new Money(
                                row.figures().currency(), row.figures().total())))
                .to("invoices/" + row.number())
                .detail(Texts.get(
                        formats.locale(),
                        "overview.last-invoice.detail",
                        row.number(),
                        formats.periodWithin(row.period()),
                        formats.date(row.dueDate())));
    }
}
