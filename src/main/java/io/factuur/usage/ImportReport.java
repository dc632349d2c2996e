package io.factuur.usage;

import io.factuur.shared.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What came of an import, in sentences. */
public final class ImportReport {

    private ImportReport() {}

    /** One sentence a line. */
    public static String of(UsageImport done, Locale locale) {
        return String.join("\n", sentences(done, locale)) + "\n";
    }

    /** The most important first. */
    public static List<String> sentences(UsageImport done, Locale locale) {
        List<String> lines = new ArrayList<>();
        ImportFigures figures = done.figures();
        if (done.sentence() != null) {
            lines.add(done.sentence().text(locale));
        }
        if (done.duplicateOf() != null) {
            lines.add(say(locale, "usage.report.duplicate", String.valueOf(done.duplicateOf())));
        } else if (done.state() == ImportState.LIVE || done.state() == ImportState.CHECKED) {
            lines.add(say(locale, key(done), done.rowsAccepted(), format(done.format()), costs(figures)));
        } else if (done.sentence() == null) {
            lines.add(say(locale, done.state().labelKey()));
        }
        figures.otherCurrencies()
                .forEach(found -> lines.add(
                        say(locale, "usage.report.currency", found.currency(), found.scopeName(), found.billedIn())));
        add(lines, locale, "usage.report.rejected", done.state() == ImportState.LIVE ? done.rowsRejected() : 0);
        add(lines, locale, "usage.report.replaced", figures.replacedRows());
        add(lines, locale, "usage.report.late", figures.lateRows());
        add(lines, locale, "usage.report.already-billed", figures.alreadyBilledRows());
        add(lines, locale, "usage.report.missing", figures.missingRows());
        add(lines, locale, "usage.report.subscriptions", figures.newSubscriptions());
        add(lines, locale, "usage.report.rounded", figures.roundedRows());
        if (figures.amortized()) {
            lines.add(say(locale, "usage.report.amortized"));
        }
        return lines;
    }

    private static String key(UsageImport done) {
        if (done.figures().alreadyBilledRows() > 0) {
            return "usage.report.compared";
        }
        return done.state() == ImportState.LIVE ? "usage.report.live" : "usage.report.checked";
    }

    private static void add(List<String> lines, Locale locale, String key, long count) {
        if (count > 0) {
            lines.add(say(locale, key, count));
        }
    }

    private static String say(Locale locale, String key, Object... arguments) {
        return Texts.get(locale, key, arguments);
    }

    private static String format(@Nullable String format) {
        return format == null ? "" : format;
    }

    private static String costs(ImportFigures figures) {
        return figures.billedCost().isEmpty()
                ? "0"
                : String.join(
                        ", ",
                        figures.billedCost().stream()
                                .map(cost -> cost.currency() + " " + cost.value())
                                .toList());
    }
}
