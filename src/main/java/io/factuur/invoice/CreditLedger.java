package io.factuur.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up entries month by month: arithmetic only, knows no database. */
final class CreditLedger {

    private CreditLedger() {}

    /** What is known of a prepayment or credit besides its entries. */
    record Lifetime(long creditId, @Nullable LocalDate validTo) {}

    /**
     * The months from the first entry to the last one asked for, the earliest first. What is left of a credit after its
     * last day expires in the month of that day, once no invoice can take it any more.
     *
     * @param through the last month; entries after it are left out
     * @param closedThrough the last month that has been invoiced; null when none has
     */
    static List<CreditMonth> months(
            List<CreditEntry> entries,
            List<Lifetime> lifetimes,
            BigDecimal zero,
            YearMonth through,
            @Nullable YearMonth closedThrough) {
        List<CreditMonth> months = new ArrayList<>();
        YearMonth first = entries.stream()
                .map(CreditEntry::countsIn)
                .min(YearMonth::compareTo)
                .orElse(through);
        Map<Long, BigDecimal> left = new HashMap<>();
        BigDecimal starting = zero;
        for (YearMonth month = first; !entries.isEmpty() && !month.isAfter(through); month = month.plusMonths(1)) {
            BigDecimal given = zero;
            BigDecimal adjusted = zero;
            BigDecimal applied = zero;
            for (CreditEntry entry : entries) {
                if (!entry.countsIn().equals(month)) {
                    continue;
                }
                left.merge(entry.creditId(), entry.amount(), BigDecimal::add);
                switch (entry.kind()) {
                    case GIVEN -> given = given.add(entry.amount());
                    case ADJUSTED -> adjusted = adjusted.add(entry.amount());
                    case APPLIED, RETURNED -> applied = applied.subtract(entry.amount());
                }
            }
            adjusted = adjusted.subtract(expired(left, lifetimes, month, closedThrough));
            BigDecimal ending = starting.add(given).add(adjusted).subtract(applied);
            months.add(new CreditMonth(month, starting, given, adjusted, applied, ending));
            starting = ending;
        }
        return months;
    }

    private static BigDecimal expired(
            Map<Long, BigDecimal> left, List<Lifetime> lifetimes, YearMonth month, @Nullable YearMonth closedThrough) {
        BigDecimal expired = BigDecimal.ZERO;
        if (closedThrough == null || month.isAfter(closedThrough)) {
            return expired;
        }
        for (Lifetime credit : lifetimes) {
            boolean over = credit.validTo() != null && !month.isBefore(YearMonth.from(credit.validTo()));
            BigDecimal rest = left.getOrDefault(credit.creditId(), BigDecimal.ZERO);
            if (over && rest.signum() > 0) {
                expired = expired.add(rest);
                left.put(credit.creditId(), BigDecimal.ZERO);
            }
        }
        return expired;
    }
}
