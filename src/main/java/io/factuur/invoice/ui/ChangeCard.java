package io.factuur.invoice.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.factuur.invoice.InvoiceChange;
import io.factuur.invoice.InvoiceChange.Mover;
import io.factuur.invoice.InvoiceRow;
import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Money;
import io.factuur.ui.DataTable;
import io.factuur.ui.Formats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.ListFormat;
import java.text.NumberFormat;
import java.util.List;

/** What is different from the period before: in a sentence, in bars, and service by service. */
class ChangeCard extends Section {

    private final InvoiceRow row;
    private final InvoiceChange change;
    private final Formats formats = Formats.here();

    ChangeCard(InvoiceRow row, InvoiceChange change) {
        this.row = row;
        this.change = change;
        addClassNames("card", "wide");
        add(new H2(getTranslation("invoice.change")), new Paragraph(sentence()));
        if (change.history().size() > 1) {
            add(new ChangeBars(change.history(), change.history().getLast(), this::money), history());
        }
        if (!change.movers().isEmpty()) {
            add(movers());
        }
    }

    private String sentence() {
        String before = within(change.before().period());
        int direction = change.difference().signum();
        if (direction == 0) {
            return getTranslation("invoice.change.same", before);
        }
        BigDecimal base = change.before().figures().charges();
        String amount = money(change.difference().abs());
        String words = base.signum() > 0
                ? getTranslation(
                        direction > 0 ? "invoice.change.more-share" : "invoice.change.less-share",
                        amount,
                        percent(base),
                        before)
                : getTranslation(direction > 0 ? "invoice.change.more" : "invoice.change.less", amount, before);
        List<String> mostly = change.movers().stream()
                .filter(mover -> mover.difference().signum() == direction)
                .limit(2)
                .map(mover -> mover.service() + " (" + signed(mover.difference()) + ")")
                .toList();
        return mostly.isEmpty()
                ? words
                : words + " "
                        + getTranslation(
                                "invoice.change.mostly",
                                ListFormat.getInstance(getLocale(), ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                                        .format(mostly));
    }

    /** As the sentence goes on after "in": a month by its name, other periods by their days. */
    private String within(BillingPeriod period) {
        return period.isCalendarMonth()
                ? formats.periodWithin(period)
                : getTranslation(
                        "invoice.change.days",
                        formats.date(period.start()),
                        formats.date(period.end().minusDays(1)));
    }

    private String percent(BigDecimal base) {
        NumberFormat format = NumberFormat.getPercentInstance(formats.locale());
        format.setMaximumFractionDigits(1);
        return format.format(change.difference().abs().divide(base, 4, RoundingMode.HALF_UP));
    }

    /** The figures of the bars. */
    private Details history() {
        DataTable table = new DataTable(getTranslation("invoices.period")).withNumber(getTranslation("proof.CHARGES"));
        change.history().reversed().forEach(point -> table.row(formats.period(point.period()), money(point.charges())));
        return new Details(getTranslation("costs.as-table"), table);
    }

    private DataTable movers() {
        DataTable table = new DataTable(getTranslation("invoice.line.service"))
                .withNumber(formats.period(change.before().period()))
                .withNumber(formats.period(row.period()))
                .withNumber(getTranslation("invoice.change.difference"));
        table.addClassName("change-table");
        for (Mover mover : change.movers()) {
            table.row(mover.service(), money(mover.before()), money(mover.now()), signed(mover.difference()));
        }
        return table;
    }

    private String signed(BigDecimal amount) {
        return (amount.signum() > 0 ? "+" : "") + money(amount);
    }

    private String money(BigDecimal amount) {
        return formats.money(new Money(row.figures().currency(), amount));
    }
}
