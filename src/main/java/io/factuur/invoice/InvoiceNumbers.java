package io.factuur.invoice;

import io.factuur.access.AccessFilter;
import io.factuur.access.Reach;
import io.factuur.agreement.Operation;
import io.factuur.security.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds invoices by their number, its beginning, or the figures at its end, with or without series, hyphen and leading
 * zeros. A
 * number is read as series, year and place in it, which is what there is an index for; the latest come first.
 */
@Service
public class InvoiceNumbers {

    /** So many numbers are looked at first, and then so many more; whoever sees few of them is asked for theirs. */
    private static final int[] STEPS = {100, 1_000};

    private static final int OWN = 500;
    private static final String LATEST_FIRST = "i.series_no desc";

    /** The same order, but none that PostgreSQL has an index for: it would walk along all of a year to find theirs. */
    private static final String OWN_FIRST = "0 - i.series_no";

    private static final int DIGITS = 6;
    private static final int MOST_DIGITS = 9;

    private final InvoiceReader reader;
    private final Reach reach;
    private final JdbcClient jdbc;

    InvoiceNumbers(InvoiceReader reader, Reach reach, JdbcClient jdbc) {
        this.reader = reader;
        this.reach = reach;
        this.jdbc = jdbc;
    }

    /** Those that the person may see. */
    @Transactional(readOnly = true)
    public List<InvoiceRow> visible(String typed, int limit, Person person) {
        return find(typed, Operation.SEE_INVOICES, limit, person);
    }

    /** Those that the person may download. */
    @Transactional(readOnly = true)
    public List<InvoiceRow> downloadable(String typed, int limit, Person person) {
        return find(typed, Operation.DOWNLOAD_INVOICE, limit, person);
    }

    private List<InvoiceRow> find(String typed, Operation operation, int limit, Person person) {
        String wanted = typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
        List<InvoiceRow> found = new ArrayList<>();
        if (wanted.length() < 2) {
            return found;
        }
        for (Stretch stretch : stretches(wanted)) {
            if (found.size() < limit) {
                read(stretch, operation, limit - found.size(), person).stream()
                        .filter(row -> !found.contains(row))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** Numbers of a series and year, both ends included. */
    private record Stretch(String series, int seriesYear, long firstNo, long lastNo) {

        Stretch within(long from, long to) {
            return new Stretch(series, seriesYear, Math.max(firstNo, from), Math.min(lastNo, to));
        }

        boolean isEmpty() {
            return firstNo > lastNo;
        }
    }

    private List<Stretch> stretches(String wanted) {
        List<Stretch> stretches = new ArrayList<>();
        jdbc.sql("select series, series_year, 1 as first_no, last_no from invoice_series"
                        + " order by series_year desc, series")
                .query(Stretch.class)
                .list()
                .forEach(whole -> {
                    String year = String.valueOf(whole.seriesYear());
                    String start = whole.series().toLowerCase(Locale.ROOT) + year;
                    if (start.startsWith(wanted) || year.equals(wanted)) {
                        stretches.add(whole);
                    } else if (wanted.startsWith(start)) {
                        beginningWith(wanted.substring(start.length()), whole, stretches);
                    } else if (wanted.startsWith(year)) {
                        beginningWith(wanted.substring(year.length()), whole, stretches);
                    }
                    if (wanted.matches("\\d{1," + MOST_DIGITS + "}")) {
                        long number = Long.parseLong(wanted);
                        stretches.add(whole.within(number, number));
                    }
                });
        return stretches.stream().filter(stretch -> !stretch.isEmpty()).toList();
    }

    private static void beginningWith(String figures, Stretch whole, List<Stretch> stretches) {
        if (!figures.matches("\\d{1," + MOST_DIGITS + "}")) {
            return;
        }
        long typed = Long.parseLong(figures);
        for (int digits = Math.max(DIGITS, figures.length()); digits <= MOST_DIGITS; digits++) {
            long room = Math.powExact(10L, digits - figures.length());
            boolean written = digits == DIGITS || !figures.startsWith("0");
            if (written) {
                stretches.add(whole.within(typed * room, (typed + 1) * room - 1));
            }
        }
    }

    private List<InvoiceRow> read(Stretch stretch, Operation operation, int limit, Person person) {
        long last = stretch.lastNo();
        List<InvoiceRow> found = new ArrayList<>();
        for (int step : STEPS) {
            Stretch some = stretch.within(last - step + 1, last);
            if (!some.isEmpty() && found.size() < limit) {
                found.addAll(read(some, "1 = 1", Map.of(), LATEST_FIRST, operation, limit - found.size(), person));
            }
            last -= step;
        }
        if (found.size() < limit && stretch.firstNo() <= last) {
            Stretch rest = stretch.within(1, last);
            int left = limit - found.size();
            reach.within(OWN, person)
                    .filter(own -> !own.isEmpty())
                    .ifPresent(own -> found.addAll(read(
                            rest, "i.scope_id in (:own)", Map.of("own", own), OWN_FIRST, operation, left, person)));
        }
        return found;
    }

    private List<InvoiceRow> read(
            Stretch stretch,
            String where,
            Map<String, ?> more,
            String order,
            Operation operation,
            int limit,
            Person person) {
        AccessFilter mine = AccessFilter.of(operation, person);
        Map<String, Object> parameters = new HashMap<>(mine.parameters());
        parameters.putAll(Visible.parameters(person));
        parameters.putAll(more);
        parameters.put("series", stretch.series());
        parameters.put("year", stretch.seriesYear());
        parameters.put("first", stretch.firstNo());
        parameters.put("last", stretch.lastNo());
        parameters.put("limit", limit);
        return reader.rowsWithScope(
                "i.series = :series and i.series_year = :year and i.series_no between :first and :last and " + where
                        + " and " + mine.onEach("s") + " and " + Visible.OLD
                        + " order by " + order + " fetch first :limit rows only",
                parameters);
    }
}
