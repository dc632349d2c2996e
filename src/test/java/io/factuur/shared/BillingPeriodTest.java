package io.factuur.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BillingPeriodTest {

    @ParameterizedTest
    @CsvSource({
        // created on the 5th: 5th to 4th
        "2024-09-04, 5, 2024-08-05, 2024-09-05",
        "2024-09-05, 5, 2024-09-05, 2024-10-05",
        // created on the 31st: the last day of shorter months
        "2024-02-28, 31, 2024-01-31, 2024-02-29",
        "2024-02-29, 31, 2024-02-29, 2024-03-31",
        "2023-02-28, 30, 2023-02-28, 2023-03-30",
        "2024-04-30, 31, 2024-04-30, 2024-05-31",
        // over the year's end
        "2025-01-01, 15, 2024-12-15, 2025-01-15",
    })
    void holdsADayFromItsDayOfTheMonth(LocalDate day, int dayOfMonth, LocalDate start, LocalDate end) {
        assertThat(BillingPeriod.holding(day, dayOfMonth)).isEqualTo(new BillingPeriod(start, end));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 28, 29, 30, 31})
    void periodsFollowEachOtherWithoutGapOrOverlap(int dayOfMonth) {
        LocalDate day = LocalDate.of(2023, 1, 1);
        BillingPeriod period = BillingPeriod.holding(day, dayOfMonth);
        while (day.getYear() < 2026) {
            assertThat(BillingPeriod.holding(day, dayOfMonth)).isEqualTo(period);
            day = day.plusDays(1);
            if (!period.contains(day)) {
                BillingPeriod next = BillingPeriod.holding(day, dayOfMonth);
                assertThat(next.start()).isEqualTo(period.end());
                period = next;
            }
        }
    }

    @Test
    void isWrittenAsAMonthOnlyWhereItIsOne() {
        assertThat(BillingPeriod.holding(LocalDate.of(2024, 9, 9), 1).code()).isEqualTo("2024-09");
        assertThat(BillingPeriod.holding(LocalDate.of(2024, 9, 9), 5).code()).isEqualTo("2024-09-05");
    }
}
