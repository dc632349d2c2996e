package io.factuur.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private final Formats english = new Formats(Locale.ENGLISH, ZoneId.of("UTC"));
    private final Formats dutch = new Formats(Locale.of("nl"), ZoneId.of("Europe/Amsterdam"));

    @Test
    void moneyHasTheDigitsOfItsCurrency() {
        assertThat(english.money(Money.of("USD", "1234.005"))).isEqualTo("1,234.01\u00a0USD");
        assertThat(dutch.money(Money.of("EUR", "-1234.5"))).isEqualTo("-1.234,50\u00a0EUR");
        assertThat(english.money(Money.of("JPY", "1234.5"))).isEqualTo("1,235\u00a0JPY");
        assertThat(english.money(Money.of("KWD", "0.0005"))).isEqualTo("0.001\u00a0KWD");
    }

    @Test
    void exactMoneyLosesNothing() {
        assertThat(english.exactMoney(Money.of("USD", "18.00663861840"))).isEqualTo("18.0066386184\u00a0USD");
        assertThat(english.exactMoney(Money.of("USD", "18"))).isEqualTo("18.00\u00a0USD");
    }

    @Test
    void aMomentIsShownInThePersonsZone() {
        Instant lateOnNewYearsEve = Instant.parse("2024-12-31T23:30:00Z");
        assertThat(english.date(lateOnNewYearsEve)).isEqualTo("31 Dec 2024");
        assertThat(dutch.date(lateOnNewYearsEve)).isEqualTo("1 jan 2025");
        assertThat(dutch.dateTime(lateOnNewYearsEve)).contains("00:30");
    }

    @Test
    void aPeriodIsNamedByItsMonthOrItsDays() {
        assertThat(dutch.period(BillingPeriod.month(YearMonth.of(2024, 9)))).isEqualTo("September 2024");
        assertThat(dutch.periodWithin(BillingPeriod.month(YearMonth.of(2024, 9))))
                .isEqualTo("september 2024");
        assertThat(english.monthWithin(YearMonth.of(2024, 9))).isEqualTo("September 2024");
        assertThat(english.period(BillingPeriod.holding(LocalDate.of(2024, 9, 7), 5)))
                .isEqualTo("5 Sept 2024 – 4 Oct 2024");
    }

    @Test
    void sizesAreShort() {
        assertThat(english.size(999)).isEqualTo("999\u00a0B");
        assertThat(dutch.size(3_400_000)).isEqualTo("3,4\u00a0MB");
    }
}
