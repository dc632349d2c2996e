package io.factuur.usage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.factuur.agreement.Agreement.UsageLayout;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Operation;
import io.factuur.agreement.ScopeKind;
import io.factuur.security.Person;
import io.factuur.shared.Money;
import io.factuur.shared.Texts;
import io.factuur.ui.FileButton;
import io.factuur.ui.FileDesk;
import io.factuur.ui.Formats;
import io.factuur.ui.OverviewCard;
import io.factuur.ui.Term;
import io.factuur.ui.TermHelp;
import io.factuur.usage.ChargeChoice;
import io.factuur.usage.Costs;
import io.factuur.usage.Dialect;
import io.factuur.usage.PeriodChoice;
import io.factuur.usage.UsageFile;
import io.factuur.usage.UsageFiles;
import io.factuur.usage.UsageFormat;
import io.factuur.usage.UsageRequest;
import io.factuur.usage.ui.DownloadDialog.What;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was used and is on no invoice yet, as a file: on the Overview of a billing profile. */
@org.springframework.stereotype.Component
class OpenChargesCard implements OverviewCard {

    private final UsageFiles files;
    private final Costs costs;
    private final FileDesk desk;
    private final Clock clock;

    OpenChargesCard(UsageFiles files, Costs costs, FileDesk desk, Clock clock) {
        this.files = files;
        this.costs = costs;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Place place() {
        return Place.WIDE;
    }

    @Override
    public Operation needs() {
        return Operation.DOWNLOAD_USAGE;
    }

    @Override
    public boolean fits(AgreementType agreement, ScopeKind kind) {
        return agreement.terms().usageLayout() == UsageLayout.MCA
                && kind == agreement.terms().invoicedKind();
    }

    /** The month that runs, and the one before as long as it is not invoiced. */
    @Override
    public Optional<Component> show(long scopeId, Person person) {
        Div card = new Div();
        card.addClassNames("card", "wide");
        Div title = new Div(new H2(text("open-charges.title")), new TermHelp(Term.OPEN_CHARGES));
        title.addClassName("term-line");
        card.add(title, new Paragraph(text("open-charges.about")));
        YearMonth now = YearMonth.now(clock);
        int open = 0;
        for (YearMonth month : List.of(now, now.minusMonths(1))) {
            UsageRequest request = request(scopeId, month);
            UsageFile file = files.look(request, person);
            if (file.rows() > 0) {
                card.add(line(month, file, request, person));
                open++;
            }
        }
        if (open == 0) {
            card.add(new Paragraph(text("open-charges.none")));
        } else {
            card.add(fresh(scopeId, now, person));
        }
        return Optional.of(card);
    }

    private Div line(YearMonth month, UsageFile file, UsageRequest request, Person person) {
        Formats formats = Formats.here();
        Span name = new Span(formats.month(month));
        name.addClassName("open-month");
        Span sums = new Span(file.plan().figures().entrySet().stream()
                .map(sum ->
                        formats.money(new Money(Currency.getInstance(sum.getKey()), new BigDecimal(sum.getValue()))))
                .collect(Collectors.joining(" + ")));
        FileButton download = new FileButton(text("overview.download-open"), desk, UsageWanted.usage(request));
        Button preview = new Button(text("open-charges.preview"), click -> {
            DownloadDialog dialog = new DownloadDialog(
                    files, desk, person, request.scopeId(), request.period(), ChargeChoice.OPEN, List.of(What.USAGE));
            dialog.setHeaderTitle(text("open-charges.title") + ", " + formats.monthWithin(month));
            dialog.open();
        });
        preview.addThemeName("tertiary");
        Div line = new Div(name, sums, download, preview);
        line.addClassName("toolbar");
        return line;
    }

    private Paragraph fresh(long scopeId, YearMonth now, Person person) {
        Formats formats = Formats.here();
        String until = costs.lastDay(
                        scopeId, now.minusMonths(1).atDay(1), now.plusMonths(1).atDay(1), person)
                .map(formats::date)
                .orElse("–");
        String at = costs.deliveredAt(scopeId, person).map(formats::dateTime).orElse("–");
        Paragraph line = new Paragraph(text("open-charges.fresh", until, at));
        line.addClassName("quiet");
        return line;
    }

    private static UsageRequest request(long scopeId, YearMonth month) {
        return new UsageRequest(
                scopeId, PeriodChoice.of(month.toString()), UsageFormat.NATIVE, Dialect.MACHINE, ChargeChoice.OPEN);
    }

    private static String text(String key, Object... arguments) {
        return Texts.get(Formats.here().locale(), key, arguments);
    }
}
