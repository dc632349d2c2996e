package io.factuur.usage.out;

import io.factuur.usage.Dialect;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a dialect writes a value. */
final class Texts {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    /** What a spreadsheet may take for the start of a formula (ASVS 1.2.10), wide forms included. */
    private static final String FORMULA = "=+-@\t\r\n\0＝＋－＠";

    private static final char APOSTROPHE = '\'';
    /** IDs that Excel takes for numbers and changes: it keeps 15 digits, no zeros before them, and reads 12E3 as 12000. */
    private static final Pattern DAMAGED = Pattern.compile("[+-]?(\\d{16,}|0\\d+|\\d+[eE][+-]?\\d+)");

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z?");

    private final Dialect dialect;

    Texts(Dialect dialect) {
        this.dialect = dialect;
    }

    @Nullable
    String write(@Nullable String value, Kind kind) {
        if (value == null || !dialect.forExcel() || value.isEmpty()) {
            return value;
        }
        return switch (kind) {
            case NUMBER -> NUMBER.matcher(value).matches() ? value.replace('.', dialect.decimalMark()) : text(value);
            case TIME -> INSTANT.matcher(value).matches() ? spaced(value) : text(value);
            case TEXT -> text(value);
        };
    }

    /** Plain notation, with no zeros at the end. */
    String number(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.toPlainString().replace('.', dialect.decimalMark());
    }

    /**
     * A number that happens to stand among text is no formula and stays one, unless it is an ID that Excel would damage. An
     * apostrophe more goes before what begins with one, so that taking one away always gives what was there.
     */
    private static String text(String value) {
        boolean looksLikeFormula = FORMULA.indexOf(value.charAt(0)) >= 0;
        boolean guarded = value.charAt(0) == APOSTROPHE
                || DAMAGED.matcher(value).matches()
                || looksLikeFormula && !NUMBER.matcher(value).matches();
        return guarded ? APOSTROPHE + value : value;
    }

    /** {@code 2024-09-18 22:00:00}: a moment that Excel knows for one, in every locale. */
    private static String spaced(String value) {
        String spaced = value.replace('T', ' ');
        return spaced.endsWith("Z") ? spaced.substring(0, spaced.length() - 1) : spaced;
    }
}
