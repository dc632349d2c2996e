package io.factuur.invoice;

import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives out invoice numbers, unique and without gaps per issuer and year: the series' row stays locked until the
 * transaction that inserts the invoices ends, and is put back with it. See docs/decisions/0030.
 */
@Component
class InvoiceSeries {

    private final JdbcClient jdbc;
    private final IssuerSettings issuer;

    InvoiceSeries(JdbcClient jdbc, IssuerSettings issuer) {
        this.jdbc = jdbc;
        this.issuer = issuer;
    }

    /** @param firstNo and firstId the first of as many as were asked for */
    record Block(String prefix, int year, long firstNo, long firstId) {

        String number(int i) {
            return String.format(Locale.ROOT, "%s%d-%06d", prefix, year, firstNo + i);
        }
    }

    /** Makes the row that everybody will lock, in a transaction of its own so that nobody waits for it. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void open(int year) {
        jdbc.sql("insert into invoice_series (series, series_year, last_no) values (:series, :year, 0)"
                        + " on conflict do nothing")
                .param("series", issuer.numberPrefix())
                .param("year", year)
                .update();
    }

    /** Waits until nobody else is issuing. */
    void lock() {
        jdbc.sql("select next_id from invoice_range for update")
                .query(Long.class)
                .single();
    }

    /** Takes numbers; only after {@link #lock()}, in the same transaction. */
    Block take(int year, int count) {
        long firstId =
                jdbc.sql("select next_id from invoice_range").query(Long.class).single();
        jdbc.sql("update invoice_range set next_id = next_id + :count")
                .param("count", count)
                .update();
        jdbc.sql("update invoice_series set last_no = last_no + :count where series = :series and series_year = :year")
                .param("count", count)
                .param("series", issuer.numberPrefix())
                .param("year", year)
                .update();
        long lastNo = jdbc.sql("select last_no from invoice_series where series = :series and series_year = :year")
                .param("series", issuer.numberPrefix())
                .param("year", year)
                .query(Long.class)
                .single();
        return new Block(issuer.numberPrefix(), year, lastNo - count + 1, firstId);
    }
}
