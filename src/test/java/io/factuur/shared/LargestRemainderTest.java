package io.factuur.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargestRemainderTest {

    @Test
    void threeThirdsOfACentMakeOneCentInTheFirstOfEquals() {
        BigDecimal third = new BigDecimal("0.003333");
        assertThat(LargestRemainder.round(List.of(third, third, third), new BigDecimal("0.01"), 2))
                .containsExactly(new BigDecimal("0.01"), new BigDecimal("0.00"), new BigDecimal("0.00"));
    }

    /** Yen, euro and dinar; sums of either sign; up to 200 parts. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3})
    void partsAddUpAndAreOffByLessThanAUnit(int digits) {
        SplittableRandom random = new SplittableRandom(42 + digits);
        BigDecimal unit = BigDecimal.ONE.movePointLeft(digits);
        for (int run = 0; run < 2_000; run++) {
            List<BigDecimal> parts = IntStream.range(0, random.nextInt(1, 200))
                    .mapToObj(i -> BigDecimal.valueOf(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L), 11))
                    .toList();
            BigDecimal exact = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal total = exact.setScale(digits, RoundingMode.HALF_UP);

            List<BigDecimal> rounded = LargestRemainder.round(parts, total, digits);

            assertThat(rounded.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(total);
            for (int i = 0; i < parts.size(); i++) {
                assertThat(rounded.get(i).subtract(parts.get(i)).abs()).isLessThan(unit);
            }
        }
    }
}
