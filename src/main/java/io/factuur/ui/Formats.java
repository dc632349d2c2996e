package io.factuur.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;

/** Money, numbers and times as the person reads them. Files and the API never go through here. */
public record Formats(Locale locale, ZoneId zone) {

    private static final String NO_BREAK = "\u00a0";

    /** For the page that is being built. */
    public static Formats here() {
        UI ui = UI.getCurrent();
        ZoneId zone = ComponentUtil.getData(ui, ZoneId.class);
        return new Formats(ui.getLocale(), Objects.requireNonNullElse(zone, ZoneOffset.UTC));
    }

    /** The person's zone for a page, set once when it is opened. */
    public static void use(UI ui, ZoneId zone) {
        ComponentUtil.setData(ui, ZoneId.class, zone);
    }

    /** In the currency's minor unit, {@code 1,234.50 USD}. */
    public String money(Money money) {
        int digits = Money.minorDigits(money.currency());
        return number(digits, digits).format(money.rounded().value())
                + NO_BREAK
                + money.currency().getCurrencyCode();
    }

    /** With every digit it has, {@code 18.0066386184 USD}. */
    public String exactMoney(Money money) {
        int digits = Money.minorDigits(money.currency());
        int scale = Math.max(digits, money.value().stripTrailingZeros().scale());
        return number(digits, scale).format(money.value())
                + NO_BREAK
                + money.currency().getCurrencyCode();
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** {@code 1 Sept 2024}; a date without a time has no zone. */
    public String date(LocalDate date) {
        return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(region()));
    }

    /** {@code 1 Sept}, where the year goes without saying. */
    public String day(LocalDate date) {
        return date.format(DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(region()));
    }

    /** The day in the person's zone. */
    public String date(Instant instant) {
        return date(LocalDate.ofInstant(instant, zone));
    }

    /** Day and minute in the person's zone. */
    public String dateTime(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(region())
                .withZone(zone)
                .format(instant);
    }

    /** {@code September 2024}, as it stands by itself. */
    public String month(YearMonth month) {
        String words = monthWithin(month);
        return words.substring(0, 1).toUpperCase(locale) + words.substring(1);
    }

    /** {@code September 2024}, or {@code september 2024} where the language writes it so inside a sentence. */
    public String monthWithin(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(month);
    }

    /** A word of ours as it stands inside a sentence: nouns keep their capital in German only. */
    public String within(String word) {
        return locale.getLanguage().equals("de") ? word : word.substring(0, 1).toLowerCase(locale) + word.substring(1);
    }

    /** As {@link #period}, inside a sentence. */
    public String periodWithin(BillingPeriod period) {
        return period.isCalendarMonth() ? monthWithin(YearMonth.from(period.start())) : period(period);
    }

    /** A calendar month by its name, any other period by its first and last day. */
    public String period(BillingPeriod period) {
        return period.isCalendarMonth()
                ? month(YearMonth.from(period.start()))
                : date(period.start()) + " – " + date(period.end().minusDays(1));
    }

    /** {@code 3.4 MB}, in powers of ten as file managers show it. */
    public String size(long bytes) {
        String[] units = {"B", "kB", "MB", "GB", "TB"};
        int unit = 0;
        long divisor = 1;
        while (bytes / divisor >= 1000 && unit < units.length - 1) {
            divisor *= 1000;
            unit++;
        }
        BigDecimal shown =
                BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(divisor), unit == 0 ? 0 : 1, RoundingMode.HALF_UP);
        return number(0, 1).format(shown) + NO_BREAK + units[unit];
    }

    private NumberFormat number(int fewest, int most) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(fewest);
        format.setMaximumFractionDigits(most);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    /** English without a country would put the month first. */
    Locale region() {
        return locale.equals(Locale.ENGLISH) ? Locale.UK : locale;
    }
}
