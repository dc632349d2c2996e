package io.factuur.usage.api;

import io.factuur.api.MoneyJson;
import io.factuur.usage.ImportFigures;
import io.factuur.usage.ImportMode;
import io.factuur.usage.ImportState;
import io.factuur.usage.UsageImport;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An import as programs read it. */
record ImportJson(
        String id,
        String fileName,
        ImportState state,
        @Nullable String format,
        ImportMode mode,
        boolean keepGoodRows,
        boolean dryRun,
        String importedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long rowsRead,
        long rowsAccepted,
        long rowsRejected,
        List<MoneyJson> billedCost,
        @Nullable String duplicateOf,
        long lateRows,
        long alreadyBilledRows,
        long missingRows,
        long roundedRows,
        long replacedRows,
        long newSubscriptions,
        boolean amortized,
        List<PeriodJson> periods,
        @Nullable String sentence) {

    /**
     * @param scope the invoiced scope
     * @param lateFrom the closed period that the rows came too late for
     */
    record PeriodJson(
            String scope,
            String scopeName,
            String period,
            @Nullable String lateFrom,
            long rows,
            MoneyJson billedCost) {

        static PeriodJson of(ImportFigures.Period period) {
            return new PeriodJson(
                    String.valueOf(period.scope()),
                    period.scopeName(),
                    period.period(),
                    period.lateFrom(),
                    period.rows(),
                    money(period.billedCost()));
        }
    }

    static ImportJson of(UsageImport found, Locale locale) {
        ImportFigures figures = found.figures();
        return new ImportJson(
                String.valueOf(found.id()),
                found.fileName(),
                found.state(),
                found.format(),
                found.mode(),
                found.keepGoodRows(),
                found.dryRun(),
                found.importedBy(),
                found.startedAt(),
                found.finishedAt(),
                found.rowsRead(),
                found.rowsAccepted(),
                found.rowsRejected(),
                figures.billedCost().stream().map(ImportJson::money).toList(),
                found.duplicateOf() == null ? null : String.valueOf(found.duplicateOf()),
                figures.lateRows(),
                figures.alreadyBilledRows(),
                figures.missingRows(),
                figures.roundedRows(),
                figures.replacedRows(),
                figures.newSubscriptions(),
                figures.amortized(),
                figures.periods().stream().map(PeriodJson::of).toList(),
                found.sentence() == null ? null : found.sentence().text(locale));
    }

    /** This import, as the answer to the same file sent again. */
    ImportJson asDuplicate() {
        return new ImportJson(
                id,
                fileName,
                state,
                format,
                mode,
                keepGoodRows,
                dryRun,
                importedBy,
                startedAt,
                finishedAt,
                rowsRead,
                rowsAccepted,
                rowsRejected,
                billedCost,
                id,
                lateRows,
                alreadyBilledRows,
                missingRows,
                roundedRows,
                replacedRows,
                newSubscriptions,
                amortized,
                periods,
                sentence);
    }

    private static MoneyJson money(ImportFigures.Cost cost) {
        return new MoneyJson(cost.currency(), cost.value());
    }
}
