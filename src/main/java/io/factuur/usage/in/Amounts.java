package io.factuur.usage.in;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers as usage files write them: a point as decimal mark, perhaps an exponent, no separators of thousands. */
final class Amounts {

    /** Decimals that the typed columns keep. */
    static final int DECIMALS = 18;

    private static final int MOST_DIGITS = 100;
    private static final int MOST_INTEGER_DIGITS = 20;
    private static final int LARGEST_EXPONENT = 60;
    /** Characters that surely fit a long. */
    private static final int LONG_DIGITS = 18;

    private Amounts() {}

    /** The number without exponent and plus sign, with a digit before its point, otherwise as given; null when it is none. */
    static @Nullable String plain(String text) {
        return switch (shape(text)) {
            case PLAIN -> digitFirst(text);
            case EXPONENT -> new BigDecimal(text).toPlainString();
            case NONE -> null;
        };
    }

    private static String digitFirst(String text) {
        char first = text.charAt(0);
        if (first >= '0' && first <= '9' && text.charAt(text.length() - 1) != '.') {
            return text;
        }
        String unsigned = first == '-' || first == '+' ? text.substring(1) : text;
        String whole = unsigned.endsWith(".") ? unsigned.substring(0, unsigned.length() - 1) : unsigned;
        return (first == '-' ? "-" : "") + (whole.startsWith(".") ? "0" : "") + whole;
    }

    /** A number that fits the typed columns once rounded; null when it has too many digits before the point. */
    static @Nullable BigDecimal typed(String plain) {
        BigDecimal exact = exact(plain);
        BigDecimal kept = exact.scale() > DECIMALS ? exact.setScale(DECIMALS, RoundingMode.HALF_EVEN) : exact;
        return kept.precision() - kept.scale() > MOST_INTEGER_DIGITS ? null : kept;
    }

    /** The same as {@code new BigDecimal(plain)}, faster for the usual lengths. */
    private static BigDecimal exact(String plain) {
        int length = plain.length();
        if (length > LONG_DIGITS) {
            return new BigDecimal(plain);
        }
        boolean negative = plain.charAt(0) == '-';
        int point = length;
        long digits = 0;
        for (int i = negative || plain.charAt(0) == '+' ? 1 : 0; i < length; i++) {
            char c = plain.charAt(i);
            if (c == '.') {
                point = i + 1;
            } else {
                digits = 10 * digits + (c - '0');
            }
        }
        return BigDecimal.valueOf(negative ? -digits : digits, length - point);
    }

    /** A product of numbers given as text, null where one is missing. */
    static @Nullable String product(@Nullable String... factors) {
        BigDecimal product = BigDecimal.ONE;
        for (String factor : factors) {
            if (factor == null) {
                return null;
            }
            product = product.multiply(new BigDecimal(factor));
        }
        return tidy(product);
    }

    static boolean isZero(@Nullable String plain) {
        return plain == null || new BigDecimal(plain).signum() == 0;
    }

    /** The same text for numbers that are equal: {@code 1.50} and {@code 1.5}. */
    static @Nullable String normal(@Nullable String plain) {
        return plain == null ? null : tidy(new BigDecimal(plain));
    }

    private static String tidy(BigDecimal number) {
        BigDecimal kept = number.scale() > DECIMALS ? number.setScale(DECIMALS, RoundingMode.HALF_EVEN) : number;
        return kept.signum() == 0 ? "0" : kept.stripTrailingZeros().toPlainString();
    }

    private enum Shape {
        NONE,
        PLAIN,
        EXPONENT
    }

    private static Shape shape(String text) {
        int length = text.length();
        int at = length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        int digits = 0;
        boolean point = false;
        for (; at < length; at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && !point) {
                point = true;
            } else if ((c == 'e' || c == 'E') && digits > 0) {
                return digits <= MOST_DIGITS && isExponent(text, at + 1) ? Shape.EXPONENT : Shape.NONE;
            } else {
                return Shape.NONE;
            }
        }
        return digits > 0 && digits <= MOST_DIGITS ? Shape.PLAIN : Shape.NONE;
    }

    private static boolean isExponent(String text, int from) {
        String exponent = text.substring(from);
        return exponent.matches("[+-]?\\d{1,3}") && Math.abs(Integer.parseInt(exponent)) <= LARGEST_EXPONENT;
    }
}
