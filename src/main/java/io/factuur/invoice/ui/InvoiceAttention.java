package io.factuur.invoice.ui;

import com.vaadin.flow.component.UI;
import io.factuur.invoice.OwedInvoices;
import io.factuur.invoice.OwedInvoices.Owed;
import io.factuur.invoice.PeriodsToClose;
import io.factuur.security.Person;
import io.factuur.shared.Texts;
import io.factuur.ui.Attention;
import io.factuur.ui.Badge.Tone;
import io.factuur.ui.Formats;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Invoices that should have been paid; for the operator, months that wait for their invoices. */
@Component
class InvoiceAttention implements Attention.Source {

    private static final int MOST = 3;

    private final OwedInvoices owed;
    private final PeriodsToClose periods;

    InvoiceAttention(OwedInvoices owed, PeriodsToClose periods) {
        this.owed = owed;
        this.periods = periods;
    }

    @Override
    public List<Attention> list(Person person) {
        Formats formats = Formats.here();
        Stream<Attention> open = (person.operator()
                        ? periods.list(MOST, person).stream()
                        : Stream.<PeriodsToClose.ToClose>empty())
                .map(account -> new Attention(
                        Tone.WARN,
                        text("attention.to-close", account.accountName(), account.periods()),
                        text("attention.to-close.detail", formats.monthWithin(YearMonth.from(account.since()))),
                        "operator/billing-runs"));
        return Stream.concat(overdue(owed.byScope(MOST, person)), open).toList();
    }

    @Override
    public List<Attention> at(long scopeId, Person person) {
        return overdue(owed.byScopeAt(scopeId, MOST, person)).toList();
    }

    private static Stream<Attention> overdue(List<Owed> rows) {
        Formats formats = Formats.here();
        return rows.stream()
                .filter(row -> row.overdueInvoices() > 0)
                .map(row -> new Attention(
                        Tone.BAD,
                        text("attention.overdue", row.overdueInvoices(), row.scopeName()),
                        text("attention.overdue.detail", formats.money(row.overdue()), formats.date(row.firstDue())),
                        OwedCard.overdue(row)));
    }

    private static String text(String key, Object... arguments) {
        return Texts.get(UI.getCurrent().getLocale(), key, arguments);
    }
}
