package io.factuur.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postgresql.util.ByteConverter;

class CopyDecimalTest {

    @Test
    void theDriverReadsWhatWasWritten() {
        for (BigDecimal value : values()) {
            byte[] out = new byte[CopyDecimal.MOST_BYTES + 3];

            assertThat(CopyDecimal.fits(value)).as(value.toString()).isTrue();
            int length = CopyDecimal.write(value, out, 3);

            assertThat(length).isLessThanOrEqualTo(CopyDecimal.MOST_BYTES);
            assertThat(ByteConverter.numeric(out, 3, length))
                    .as(value.toPlainString())
                    .isEqualTo(value);
        }
    }

    @Test
    void whatNeedsMoreThanALongOnEitherSideIsLeftToTheDriver() {
        assertThat(CopyDecimal.fits(new BigDecimal("1234567890123456789"))).isFalse();
        assertThat(CopyDecimal.fits(new BigDecimal("1234567890123456789.01"))).isFalse();
        assertThat(CopyDecimal.fits(new BigDecimal("0.0000000000000000001"))).isFalse();
        assertThat(CopyDecimal.fits(new BigDecimal("1E+3"))).isFalse();
    }

    private static List<BigDecimal> values() {
        List<BigDecimal> values = new ArrayList<>(Stream.of(
                        "0",
                        "0.00",
                        "0.000000000000000000",
                        "1",
                        "9999",
                        "10000",
                        "10001",
                        "100000000",
                        "999999999999999999",
                        "0.1",
                        "0.0001",
                        "0.00001",
                        "0.000000000000000001",
                        "0.123456789012345678",
                        "12345.6789",
                        "10000.0001",
                        "18.00663861840",
                        "-0.30",
                        "-9999.9999",
                        "-123456789012345678",
                        "2.512000000000000000",
                        "10.000000000000000001",
                        "-123456789012345678.123456789012345678",
                        "999999999999999999.999999999999999999",
                        "1234567890123456.789")
                .map(BigDecimal::new)
                .toList());
        Random random = new Random(20240901);
        for (int i = 0; i < 100_000; i++) {
            long digits = random.nextLong(1_000_000_000_000_000_000L) / (long) Math.pow(10, random.nextInt(19));
            values.add(new BigDecimal(BigInteger.valueOf(random.nextBoolean() ? digits : -digits), random.nextInt(19)));
            values.add(values.getLast().setScale(18));
        }
        return values;
    }
}
