package io.factuur.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.invoice.CreditEntry.Kind;
import io.factuur.invoice.CreditLedger.Lifetime;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CreditLedgerTest {

    private static final YearMonth JULY = YearMonth.of(2024, 7);
    private static final BigDecimal ZERO = new BigDecimal("0.00");

    @Test
    void eachMonthStartsWhereTheOneBeforeEnded() {
        List<CreditMonth> months = months(
                null,
                JULY,
                entry(Kind.GIVEN, "100", JULY),
                entry(Kind.APPLIED, "-30", JULY),
                entry(Kind.APPLIED, "-50", JULY.plusMonths(2)),
                entry(Kind.ADJUSTED, "5", JULY.plusMonths(2)));
        assertThat(months)
                .containsExactly(
                        month(JULY, "0", "100", "0", "30", "70"),
                        month(JULY.plusMonths(1), "70", "0", "0", "0", "70"),
                        month(JULY.plusMonths(2), "70", "0", "5", "50", "25"));
    }

    @Test
    void whatAnInvoiceGaveBackWasNotApplied() {
        assertThat(months(
                                null,
                                JULY,
                                entry(Kind.GIVEN, "100", JULY),
                                entry(Kind.APPLIED, "-30", JULY),
                                entry(Kind.RETURNED, "30", JULY),
                                entry(Kind.APPLIED, "-20", JULY))
                        .getFirst())
                .isEqualTo(month(JULY, "0", "100", "0", "20", "80"));
    }

    @Test
    void whatIsLeftAfterTheLastDayExpiresOnceItsMonthIsInvoiced() {
        LocalDate lastDay = LocalDate.of(2024, 8, 15);
        CreditEntry given = entry(Kind.GIVEN, "100", JULY);
        CreditEntry taken = entry(Kind.APPLIED, "-30", JULY.plusMonths(1));
        assertThat(months(lastDay, JULY, given).getLast().ending())
                .as("August is not invoiced yet and may still take it")
                .isEqualTo("100.00");
        assertThat(months(lastDay, JULY.plusMonths(1), given, taken).get(1))
                .isEqualTo(month(JULY.plusMonths(1), "100", "0", "-70", "30", "0"));
    }

    @Test
    void withoutEntriesThereAreNoMonths() {
        assertThat(months(null, JULY)).isEmpty();
    }

    private static List<CreditMonth> months(
            @Nullable LocalDate validTo, YearMonth closedThrough, CreditEntry... entries) {
        return CreditLedger.months(
                List.of(entries), List.of(new Lifetime(1, validTo)), ZERO, JULY.plusMonths(2), closedThrough);
    }

    private static CreditEntry entry(Kind kind, String amount, YearMonth month) {
        return new CreditEntry(
                1, 1, CreditKind.PREPAYMENT, kind, money(amount), month, null, "", Instant.EPOCH, "operator");
    }

    private static CreditMonth month(
            YearMonth month, String starting, String given, String adjusted, String applied, String ending) {
        return new CreditMonth(month, money(starting), money(given), money(adjusted), money(applied), money(ending));
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount).setScale(2);
    }
}
