package io.factuur.shared;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.postgresql.util.ByteConverter;

/**
 * A decimal in PostgreSQL's binary format: count, weight, sign and scale, two bytes each, then digits to the base of ten
 * thousand, two bytes each. The driver's own way divides big integers for each of them; with up to eighteen digits on either
 * side of the point, which is all that our columns hold but for sums beyond reason, a long for each side will do.
 */
final class CopyDecimal {

    /** What one of those may take. */
    static final int MOST_BYTES = 4 * Short.BYTES + 10 * Short.BYTES;

    private static final int MOST_DIGITS = 18;
    private static final int GROUP = 4;
    private static final int BASE = 10_000;
    private static final int NEGATIVE = 0x4000;
    private static final long[] TEN_TO = new long[MOST_DIGITS + 1];
    private static final BigInteger[] BIG_TEN_TO = new BigInteger[MOST_DIGITS + 1];

    static {
        TEN_TO[0] = 1;
        for (int i = 1; i <= MOST_DIGITS; i++) {
            TEN_TO[i] = 10 * TEN_TO[i - 1];
        }
        for (int i = 0; i <= MOST_DIGITS; i++) {
            BIG_TEN_TO[i] = BigInteger.valueOf(TEN_TO[i]);
        }
    }

    private CopyDecimal() {}

    /** Whether {@link #write} can. */
    static boolean fits(BigDecimal value) {
        return value.scale() >= 0 && value.scale() <= MOST_DIGITS && value.precision() - value.scale() <= MOST_DIGITS;
    }

    /** @return how many bytes it took */
    static int write(BigDecimal value, byte[] out, int at) {
        int scale = value.scale();
        if (value.precision() <= MOST_DIGITS) {
            long digits = Math.abs(value.unscaledValue().longValue());
            return write(value, digits / TEN_TO[scale], digits % TEN_TO[scale], out, at);
        }
        BigInteger[] sides = value.unscaledValue().abs().divideAndRemainder(BIG_TEN_TO[scale]);
        return write(value, sides[0].longValue(), sides[1].longValue(), out, at);
    }

    private static int write(BigDecimal value, long whole, long fraction, byte[] out, int at) {
        int scale = value.scale();
        int wholeGroups = groups(whole);
        int end = at + 4 * Short.BYTES;
        for (int i = wholeGroups - 1; i >= 0; i--) {
            end = group(whole / TEN_TO[GROUP * i] % BASE, out, end);
        }
        long rest = fraction;
        for (int left = scale; left > 0 && rest > 0; left -= GROUP) {
            long group = left >= GROUP ? rest / TEN_TO[left - GROUP] : rest * TEN_TO[GROUP - left];
            rest = left >= GROUP ? rest % TEN_TO[left - GROUP] : 0;
            end = group(group, out, end);
        }
        ByteConverter.int2(out, at, (end - at) / Short.BYTES - 4);
        ByteConverter.int2(out, at + Short.BYTES, wholeGroups - 1);
        ByteConverter.int2(out, at + 2 * Short.BYTES, value.signum() < 0 ? NEGATIVE : 0);
        ByteConverter.int2(out, at + 3 * Short.BYTES, scale);
        return end - at;
    }

    private static int group(long group, byte[] out, int at) {
        ByteConverter.int2(out, at, (int) group);
        return at + Short.BYTES;
    }

    private static int groups(long whole) {
        int groups = 0;
        for (long left = whole; left > 0; left /= BASE) {
            groups++;
        }
        return groups;
    }
}
