package io.factuur.usage.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import io.factuur.ui.FileButton;
import io.factuur.ui.FileDesk;
import io.factuur.ui.Formats;
import io.factuur.ui.Term;
import io.factuur.ui.TermLine;
import io.factuur.usage.ChargeChoice;
import io.factuur.usage.Dialect;
import io.factuur.usage.Dimension;
import io.factuur.usage.Metric;
import io.factuur.usage.Narrowing;
import io.factuur.usage.PeriodChoice;
import io.factuur.usage.UsageFiles;
import io.factuur.usage.UsageFormat;
import io.factuur.usage.UsagePreview;
import io.factuur.usage.UsageRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be downloaded of a period, how it is to be written, and its first rows. */
class DownloadDialog extends Dialog {

    private static final int FIRST_ROWS = 20;

    /** The documents of a period. */
    enum What {
        USAGE,
        AMORTIZED,
        MARKETPLACE,
        PRICES,
        BALANCE;

        boolean hasRows() {
            return this == USAGE || this == AMORTIZED || this == MARKETPLACE;
        }
    }

    private final UsageFiles files;
    private final Person person;
    private final long scope;
    private final PeriodChoice period;
    private final ChargeChoice charges;

    final RadioButtonGroup<What> what = new RadioButtonGroup<>();
    final Select<UsageFormat> format = new Select<>();
    final Select<Dialect> dialect = new Select<>();
    final Div preview = new Div();
    final Anchor manifest = new Anchor();

    /** @param offered what this person may have of the period, the usual one first */
    DownloadDialog(
            UsageFiles files,
            FileDesk desk,
            Person person,
            long scope,
            PeriodChoice period,
            ChargeChoice charges,
            List<What> offered) {
        this.files = files;
        this.person = person;
        this.scope = scope;
        this.period = period;
        this.charges = charges;
        setWidth("min(64rem, 96vw)");
        what.setLabel(getTranslation("usage.download.what"));
        what.setItems(offered);
        what.setItemLabelGenerator(item -> getTranslation("usage.what." + item.name()));
        what.setValue(offered.getFirst());
        what.setVisible(offered.size() > 1);
        format.setLabel(getTranslation("usage.download.format"));
        format.setItems(UsageFormat.values());
        format.setItemLabelGenerator(
                item -> item == UsageFormat.NATIVE ? getTranslation("usage.download.native") : item.title());
        format.setValue(UsageFormat.NATIVE);
        dialect.setLabel(getTranslation("usage.download.dialect"));
        dialect.setItems(Dialect.ALL);
        dialect.setItemLabelGenerator(this::name);
        dialect.setValue(Dialect.MACHINE);
        format.setWidth("min(17rem, 100%)");
        dialect.setWidth("min(22rem, 100%)");
        preview.addClassName("usage-preview");
        what.addValueChangeListener(chosen -> show());
        format.addValueChangeListener(chosen -> show());
        dialect.addValueChangeListener(chosen -> show());
        Div choices = new Div(format, dialect);
        choices.addClassName("toolbar");
        Div content = new Div(what, terms(offered), choices, preview);
        content.addClassName("usage-download");
        add(content);
        FileButton download = new FileButton(getTranslation("downloads.download"), desk, this::wanted);
        download.addThemeName("primary");
        download.addClickListener(click -> close());
        manifest.setText(getTranslation("downloads.manifest"));
        manifest.setRouterIgnore(true);
        manifest.setTarget("_blank");
        manifest.addClassName("button-link");
        getFooter().add(manifest, new Button(getTranslation("ui.close"), click -> close()), download);
        show();
    }

    private static TermLine terms(List<What> offered) {
        return offered.contains(What.PRICES)
                ? new TermLine(Term.USAGE_FILE, Term.AMORTIZED_COST, Term.PRICE_SHEET)
                : offered.contains(What.AMORTIZED)
                        ? new TermLine(Term.USAGE_FILE, Term.AMORTIZED_COST)
                        : new TermLine(Term.USAGE_FILE);
    }

    private FileDesk.Wanted wanted() {
        return switch (what.getValue()) {
            case PRICES -> UsageWanted.sheet("prices", scope, period, dialect.getValue());
            case BALANCE -> UsageWanted.sheet("balance", scope, period, dialect.getValue());
            default -> UsageWanted.usage(request());
        };
    }

    private UsageRequest request() {
        return new UsageRequest(
                scope,
                period,
                format.getValue(),
                dialect.getValue(),
                charges,
                what.getValue() == What.AMORTIZED ? Metric.AMORTIZED : Metric.ACTUAL,
                part());
    }

    private @Nullable Narrowing part() {
        return what.getValue() == What.MARKETPLACE ? new Narrowing(Dimension.MARKETPLACE, "", "") : null;
    }

    private void show() {
        preview.removeAll();
        manifest.setHref(UsageWanted.manifest(wanted()));
        format.setEnabled(what.getValue().hasRows());
        if (!what.getValue().hasRows()) {
            preview.add(
                    new Paragraph(getTranslation("usage.what." + what.getValue().name() + ".about")));
            return;
        }
        try {
            show(files.preview(request(), FIRST_ROWS, person));
        } catch (Problem problem) {
            preview.add(new Paragraph(problem.sentence(getLocale())));
        }
    }

    private void show(UsagePreview first) {
        Formats formats = Formats.here();
        String rows = formats.number(first.totalRows());
        preview.add(new H3(getTranslation("usage.preview.title")));
        preview.add(new Paragraph(
                first.rows().isEmpty()
                        ? getTranslation("usage.preview.none")
                        : getTranslation(
                                "usage.preview.of",
                                formats.number(first.rows().size()),
                                rows,
                                formats.number(first.columns().size()))));
        if (!first.rows().isEmpty()) {
            preview.add(new Html(PreviewTable.html(first)));
        }
    }

    private String name(Dialect item) {
        return item.forExcel()
                ? getTranslation(
                        "usage.dialect.excel",
                        Locale.of(item.language()).getDisplayLanguage(getLocale()),
                        item.separator(),
                        item.decimalMark())
                : getTranslation("usage.dialect.machine");
    }
}
