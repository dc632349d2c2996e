package io.factuur.usage;

import io.factuur.shared.Problem;
import io.factuur.shared.Texts;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How values are written down. Machines get UTF-8, commas, points and lines that end in LF. Excel gets a byte order mark,
 * the separators of a locale, lines that end in CRLF, and text that looks like a formula made harmless.
 *
 * @param code how it is asked for: {@code machine}, {@code excel-nl}
 * @param language of the file's name: {@code en}, {@code nl}
 */
public record Dialect(String code, String language, char separator, char decimalMark, boolean forExcel) {

    public static final Dialect MACHINE = new Dialect("machine", "en", ',', '.', false);

    /** A language that there are words for is a dialect of Excel, too. */
    public static final List<Dialect> ALL = Stream.concat(
                    Stream.of(MACHINE), Texts.LANGUAGES.stream().map(Dialect::excel))
            .toList();

    private static Dialect excel(Locale locale) {
        char mark = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        return new Dialect("excel-" + locale.getLanguage(), locale.getLanguage(), mark == ',' ? ';' : ',', mark, true);
    }

    public String lineEnd() {
        return forExcel ? "\r\n" : "\n";
    }

    private static String codes() {
        return ALL.stream().map(Dialect::code).collect(Collectors.joining(", "));
    }

    /** @throws Problem when there is no such dialect */
    public static Dialect of(String code) {
        return ALL.stream()
                .filter(dialect -> dialect.code.equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("problem.usage.dialect", code, codes()));
    }
}
