package io.factuur.invoice.pdf;

import io.factuur.shared.Money;
import io.factuur.shared.Texts;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

/**
 * Figures and dates as the document's language writes them. For one document: making a format costs more than using
 * it, and a format is for one thread.
 */
final class Words {

    static final String NO_BREAK = "\u00a0";

    private static final int SAYING = 3;

    private final Locale locale;
    private final Currency currency;
    private final NumberFormat amounts;
    private final DateTimeFormatter dates;

    Words(Locale locale, Currency currency) {
        this.locale = locale;
        this.currency = currency;
        int digits = Money.minorDigits(currency);
        this.amounts = number(digits, digits);
        this.dates = DateTimeFormatter.ofPattern("d MMMM yyyy", locale);
    }

    /** {@code 1,234.50}; the currency stands at the head of the column. */
    String amount(BigDecimal value) {
        return amounts.format(value);
    }

    /** {@code 1,234.50 USD}. */
    String money(BigDecimal value) {
        return amount(value) + NO_BREAK + currency.getCurrencyCode();
    }

    /** With every digit it has. */
    String exact(BigDecimal value) {
        int digits = Money.minorDigits(currency);
        return number(digits, Math.max(digits, value.stripTrailingZeros().scale()))
                .format(value);
    }

    /** With so many decimals at most, but never less than three digits that say something. */
    String number(BigDecimal value, int most) {
        int needed = value.signum() == 0 ? 0 : value.scale() - value.precision() + SAYING;
        return number(0, Math.max(most, needed)).format(value);
    }

    String text(String key) {
        return Texts.get(locale, key);
    }

    /** {@code 21} or {@code 5.5}, without the sign. */
    String percent(BigDecimal fraction) {
        return number(0, 4).format(fraction.movePointRight(2));
    }

    String date(LocalDate date) {
        return dates.format(date);
    }

    private NumberFormat number(int fewest, int most) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(fewest);
        format.setMaximumFractionDigits(most);
        return format;
    }
}
