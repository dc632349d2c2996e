package io.factuur.invoice.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import io.factuur.invoice.Figures;
import io.factuur.invoice.Invoice;
import io.factuur.shared.Money;
import io.factuur.ui.Formats;
import io.factuur.ui.Term;
import io.factuur.ui.TermHelp;
import java.math.BigDecimal;

/** From the charges to the total. */
class SummaryCard extends Section {

    private final Figures figures;
    private final Formats formats = Formats.here();
    private final NativeTable table = new NativeTable();

    SummaryCard(Invoice invoice) {
        this.figures = invoice.figures();
        addClassName("card");
        table.addClassNames("data-table", "sums");
        row("proof.CHARGES", figures.charges(), false);
        explained("proof.PREPAYMENT", figures.prepayment(), Term.PREPAYMENT);
        explained("proof.CREDIT", figures.credit(), Term.CREDIT);
        credit("proof.FREE_CREDIT", figures.freeCredit());
        row("proof.SUBTOTAL", figures.subtotal(), true);
        if (figures.taxRate().signum() != 0) {
            String rate =
                    figures.taxRate().movePointRight(2).stripTrailingZeros().toPlainString();
            line(getTranslation("invoice.tax-of", rate), figures.tax(), false);
        }
        row("proof.TOTAL", figures.total(), true);
        add(new H2(getTranslation("invoice.summary")), table);
    }

    private void credit(String key, BigDecimal amount) {
        if (amount.signum() != 0) {
            row(key, amount.negate(), false);
        }
    }

    private void row(String key, BigDecimal amount, boolean sum) {
        line(getTranslation(key), amount, sum);
    }

    private void explained(String key, BigDecimal amount, Term term) {
        if (amount.signum() != 0) {
            line(getTranslation(key), amount.negate(), false).add(new TermHelp(term));
        }
    }

    private NativeTableHeaderCell line(String words, BigDecimal amount, boolean sum) {
        NativeTableHeaderCell name = new NativeTableHeaderCell(words);
        name.getElement().setAttribute("scope", "row");
        NativeTableCell figure = new NativeTableCell(formats.money(new Money(figures.currency(), amount)));
        figure.addClassName("number");
        NativeTableRow row = new NativeTableRow(name, figure);
        row.setClassName("sum", sum);
        table.getBody().add(row);
        return name;
    }
}
