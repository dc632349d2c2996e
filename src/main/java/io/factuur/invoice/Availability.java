package io.factuur.invoice;

import io.factuur.access.Decision;
import io.factuur.access.Reasons;
import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Labelled;
import io.factuur.shared.Texts;
import java.text.ListFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a scope's invoice of a period can be had by this person, and if not, why.
 *
 * @param period null where the scope has no such period
 * @param invoices those that the person may see
 * @param reasons all that stands in the way, the most telling first; none when everything is there
 */
public record Availability(
        long scopeId, @Nullable BillingPeriod period, boolean available, List<InvoiceRow> invoices, List<Why> reasons) {

    /** What can stand in the way. */
    public enum Code {
        NO_PERMISSION,
        NOT_IN_PORTAL,
        OLDER_THAN_SHARED,
        MADE_ELSEWHERE,
        NO_SUCH_PERIOD,
        BEFORE_SIGN_UP,
        PERIOD_OPEN,
        LESS_THAN_30_DAYS,
        NOT_GENERATED,
        CREDIT_NOT_EXCEEDED,
        PAID_BEFOREHAND,
        NO_CHARGES,
        SUPPORT_PLAN,
        VOIDED
    }

    /**
     * One reason.
     *
     * @param arguments of its sentence: {@code availability.CODE}
     * @param from the day from which this will no longer be so, where that is known
     * @param decision the guard's, for what a role or a switch would change
     */
    public record Why(
            Code code,
            List<Object> arguments,
            @Nullable LocalDate from,
            @Nullable Decision decision) {

        static Why of(Code code, Object... arguments) {
            return new Why(code, List.of(arguments), null, null);
        }

        static Why until(Code code, LocalDate from, Object... arguments) {
            return new Why(code, List.of(arguments), from, null);
        }

        /** @param decision whether the person might see it there */
        static Why elsewhere(Decision decision, Object... arguments) {
            return new Why(Code.MADE_ELSEWHERE, List.of(arguments), null, decision.allowed() ? null : decision);
        }

        static Why refused(Code code, Decision decision) {
            return new Why(code, List.of(), null, decision);
        }

        /** One sentence, or two when somebody can change it. */
        public String sentence(Locale locale) {
            String words = Texts.get(
                    locale,
                    "availability." + code,
                    arguments.stream().map(argument -> worded(argument, locale)).toArray());
            return decision == null ? words : (words + " " + Reasons.sentence(decision, locale)).strip();
        }

        /** A day as the language writes it, several names as a list; what else there is, the text itself puts into words. */
        private static Object worded(Object argument, Locale locale) {
            if (argument instanceof LocalDate day) {
                Locale region = locale.equals(Locale.ENGLISH) ? Locale.UK : locale;
                return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(region)
                        .format(day);
            }
            if (argument instanceof Collection<?> many) {
                List<String> names = many.stream()
                        .map(one -> one instanceof Labelled labelled
                                ? Texts.get(locale, labelled.labelKey())
                                : String.valueOf(one))
                        .toList();
                return ListFormat.getInstance(locale, ListFormat.Type.OR, ListFormat.Style.FULL)
                        .format(names);
            }
            return argument;
        }
    }
}
