package io.factuur.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CostForecastTest {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final YearMonth OCTOBER = YearMonth.of(2024, 10);

    @Test
    void goesOnAsTheFiveWeeksBeforeDid() {
        Map<LocalDate, BigDecimal> days = days(LocalDate.of(2024, 9, 16), LocalDate.of(2024, 10, 20), "2");
        assertThat(CostForecast.of(EURO, OCTOBER, days).orElseThrow().expected().value())
                .isEqualByComparingTo("62");
    }

    @Test
    void whatIsOlderCountsNoMore() {
        Map<LocalDate, BigDecimal> days = days(LocalDate.of(2024, 8, 1), LocalDate.of(2024, 9, 15), "1000");
        days.putAll(days(LocalDate.of(2024, 9, 16), LocalDate.of(2024, 10, 20), "2"));
        CostForecast forecast = CostForecast.of(EURO, OCTOBER, days).orElseThrow();
        assertThat(forecast.expected().value()).isEqualByComparingTo("62");
        assertThat(forecast.high().value()).isEqualByComparingTo("62");
    }

    @Test
    void aMonthThatIsOverHasNone() {
        assertThat(CostForecast.of(EURO, OCTOBER, days(OCTOBER.atDay(1), OCTOBER.atEndOfMonth(), "2")))
                .isEmpty();
    }

    private static Map<LocalDate, BigDecimal> days(LocalDate first, LocalDate last, String cost) {
        Map<LocalDate, BigDecimal> days = new TreeMap<>();
        first.datesUntil(last.plusDays(1)).forEach(day -> days.put(day, new BigDecimal(cost)));
        return days;
    }
}
