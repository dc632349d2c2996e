package io.factuur.usage.in;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days and instants as usage files write them: {@code 2024-09-01}, {@code 2024-09-01 00:00:00}, ISO 8601 with or without
 * an offset, {@code 20240901}, {@code 2024/09/01}, {@code 09/30/2023}, {@code 9/30/2023}. Without an offset they are in UTC. Remembers what
 * it has read, because a file has few different ones.
 */
final class Times {

    /** @param iso {@code 2024-09-01T00:00:00Z} */
    record Moment(String iso, LocalDate day) {

        /** The start of the next day: an inclusive end said exclusively. */
        Moment nextDay() {
            return at(day.plusDays(1).atStartOfDay());
        }

        Moment startOfMonth() {
            return at(day.withDayOfMonth(1).atStartOfDay());
        }

        Moment startOfNextMonth() {
            return at(day.withDayOfMonth(1).plusMonths(1).atStartOfDay());
        }
    }

    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2})(\\.\\d{1,9})?)?)? ?(Z|UTC|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern AMERICAN =
            Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})(?: (\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?: ?([AP])M)?)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(/?)(\\d{2})\\2(\\d{2})");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final int REMEMBERED = 10_000;

    private final Map<String, Moment> known = new HashMap<>();

    /** Null when the text is no date, or of no year in which there were clouds. */
    @Nullable
    Moment read(String text) {
        Moment moment = known.get(text);
        if (moment == null) {
            moment = parse(text.strip());
            if (moment != null && known.size() < REMEMBERED) {
                known.put(text, moment);
            }
        }
        return moment;
    }

    /** {@code 09/30/2023}: a day as Azure writes it, so many days before an instant. */
    static String american(String iso, int daysBefore) {
        String day = daysBefore == 0
                ? iso
                : LocalDate.parse(iso.substring(0, 10)).minusDays(daysBefore).toString();
        return day.substring(5, 7) + "/" + day.substring(8, 10) + "/" + day.substring(0, 4);
    }

    /** The start of the month after that of an instant as {@link Moment} writes it. */
    String monthAfter(String iso) {
        Moment moment = read(iso);
        return moment == null ? iso : moment.startOfNextMonth().iso();
    }

    /** The same time on the next day. */
    String dayAfter(String iso) {
        Moment moment = read(iso);
        return moment == null ? iso : moment.day().plusDays(1) + iso.substring(10);
    }

    private static @Nullable Moment parse(String text) {
        try {
            LocalDateTime time = parseTime(text);
            return time == null || time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR ? null : at(time);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static Moment at(LocalDateTime utc) {
        String fraction = utc.getNano() == 0
                ? ""
                : "." + String.format("%09d", utc.getNano()).replaceFirst("0+$", "");
        return new Moment(SECONDS.format(utc) + fraction + "Z", utc.toLocalDate());
    }

    private static @Nullable LocalDateTime parseTime(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return iso(iso);
        }
        Matcher american = AMERICAN.matcher(text);
        if (american.matches()) {
            return american(american);
        }
        Matcher compact = COMPACT.matcher(text);
        return compact.matches()
                ? LocalDate.of(number(compact, 1), number(compact, 3), number(compact, 4))
                        .atStartOfDay()
                : null;
    }

    private static LocalDateTime iso(Matcher m) {
        LocalDate day = LocalDate.of(number(m, 1), number(m, 2), number(m, 3));
        String fraction = m.group(7) == null ? "" : m.group(7).substring(1);
        int nanos = fraction.isEmpty() ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
        LocalDateTime local = day.atTime(LocalTime.of(number(m, 4), number(m, 5), number(m, 6), nanos));
        String offset = m.group(8);
        return offset == null || offset.equals("UTC")
                ? local
                : local.atOffset(ZoneOffset.of(offset))
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime();
    }

    private static LocalDateTime american(Matcher m) {
        LocalDate day = LocalDate.of(number(m, 3), number(m, 1), number(m, 2));
        int hour = number(m, 4);
        if (m.group(7) != null) {
            hour = hour % 12 + (m.group(7).equals("P") ? 12 : 0);
        }
        return day.atTime(hour, number(m, 5), number(m, 6));
    }

    private static int number(Matcher m, int group) {
        String digits = m.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
