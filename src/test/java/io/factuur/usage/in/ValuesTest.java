package io.factuur.usage.in;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @CsvSource({
        "5.64902E-05,0.0000564902",
        "1e3,1000",
        "-2.5E+1,-25",
        "0.000000000000000001,0.000000000000000001",
        "007.10,007.10",
        "+1,1",
        ".5,0.5",
        "-.5,-0.5",
        "5.,5"
    })
    void numbersKeepTheirDigitsAndLoseTheirExponent(String given, String plain) {
        assertThat(Amounts.plain(given)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "1,5",
                "1 000",
                "1.2.3",
                "e5",
                "1e",
                "1e999999999",
                "NaN",
                "0x1",
                "(1)",
                "€1",
                "--1"
            })
    void whatIsNoNumberIsNone(String given) {
        assertThat(Amounts.plain(given)).isNull();
    }

    @Test
    void everyNumberKeepsItsValue() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            BigDecimal number = BigDecimal.valueOf(random.nextLong(), random.nextInt(40) - 10);
            String plain = Objects.requireNonNull(Amounts.plain(number.toString()));
            assertThat(plain).doesNotContain("E");
            assertThat(new BigDecimal(plain)).isEqualByComparingTo(number);
        }
    }

    @Test
    void typedNumbersKeepTheirScale() {
        Random random = new Random(4);
        for (int i = 0; i < 10_000; i++) {
            BigDecimal number = BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(19));
            String plain = number.toPlainString();
            assertThat(Amounts.typed(plain)).isEqualTo(number);
            assertThat(Amounts.typed(random.nextBoolean() ? "0" + plain.replace("-", "") : plain))
                    .isIn(number, number.abs());
        }
        assertThat(Amounts.typed("+1.")).isEqualTo("1");
        assertThat(Amounts.typed("-.50")).isEqualTo("-0.50");
    }

    @Test
    void moreThanEighteenDecimalsAreRoundedHalfEven() {
        assertThat(Amounts.typed("0.0000000000000000005")).isEqualByComparingTo("0");
        assertThat(Amounts.typed("0.0000000000000000015")).isEqualByComparingTo("0.000000000000000002");
        assertThat(Amounts.typed("99999999999999999999.5")).isNotNull();
        assertThat(Amounts.typed("100000000000000000000")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-09-01 00:00:00,2024-09-01T00:00:00Z",
        "2024-09-01,2024-09-01T00:00:00Z",
        "2024-09-01T12:30Z,2024-09-01T12:30:00Z",
        "2024-09-01T00:30:00+02:00,2024-08-31T22:30:00Z",
        "2024-09-01T00:30:00.125Z,2024-09-01T00:30:00.125Z",
        "2024-09-01 10:00:00 UTC,2024-09-01T10:00:00Z",
        "09/30/2023,2023-09-30T00:00:00Z",
        "9/3/2023,2023-09-03T00:00:00Z",
        "9/3/2023 1:05:00 PM,2023-09-03T13:05:00Z",
        "20240901,2024-09-01T00:00:00Z",
        "2024-02-29,2024-02-29T00:00:00Z"
    })
    void datesOfAllKindsAreOneMoment(String given, String iso) {
        assertThat(iso(given)).isEqualTo(iso);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "31/12/2025", "2025-13-01", "2025-02-29", "1999-12-31", "2101-01-01", "45000", "yesterday"})
    void whatIsNoDateIsNone(String given) {
        assertThat(iso(given)).isNull();
    }

    private static @Nullable String iso(String given) {
        Times.Moment moment = new Times().read(given);
        return moment == null ? null : moment.iso();
    }
}
