package io.factuur.usage.in;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deliveries that nobody needs any more: given up, or replaced. */
@Component
class DeliveryGarbage {

    private static final String DISCARD = """
            update usage_delivery set state = 'DISCARDED',
                first_row_id = (select i.first_row_id from usage_import i where i.id = import_id),
                last_row_id = (select i.last_row_id from usage_import i where i.id = import_id)
            where state = 'STAGED' and\s""";

    private final JdbcClient jdbc;

    DeliveryGarbage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One whose rows may go. */
    record Garbage(long id, long firstRowId, long lastRowId, boolean discarded) {}

    /** Gives up what an import has written and not made live: its rows may be anywhere among the import's keys. */
    void discard(long importId) {
        jdbc.sql(DISCARD + "import_id = :import").param("import", importId).update();
    }

    /**
     * Gives up what imports left that ended, and whose process ended with them.
     *
     * @param since one heard of after that may still be writing, though it is cancelled: it gives up by itself
     */
    void discardLeft(Instant since) {
        jdbc.sql(DISCARD + """
                        import_id in (select i.id from usage_import i
                            where i.state not in ('QUEUED', 'RUNNING') and i.seen_at < :since)
                        """).param("since", since.atOffset(ZoneOffset.UTC)).update();
    }

    /** The next one to be swept: given up, or replaced long enough ago that nobody is still reading it. */
    Optional<Garbage> next(Instant replacedBefore) {
        return jdbc.sql("""
                select d.id, coalesce(d.first_row_id, i.first_row_id, 1) as first_row_id,
                       coalesce(d.last_row_id, i.last_row_id, 0) as last_row_id, d.state = 'DISCARDED' as discarded
                from usage_delivery d join usage_import i on i.id = d.import_id
                where d.state = 'DISCARDED' or d.state = 'REPLACED' and d.replaced_at < :before
                order by d.id fetch first 1 row only
                """)
                .param("before", replacedBefore.atOffset(ZoneOffset.UTC))
                .query(Garbage.class)
                .optional();
    }

    /** Removes a delivery's rows among some keys. */
    @Transactional
    public void removeRows(long id, long from, long to) {
        jdbc.sql("delete from usage_row where id between :from and :to and delivery_id = :id")
                .param("from", from)
                .param("to", to)
                .param("id", id)
                .update();
    }

    /** Its rows are gone: so go its sums, and what was never live itself. */
    @Transactional
    public void swept(Garbage garbage) {
        for (String sums : List.of("usage_daily", "usage_sum")) {
            jdbc.sql("delete from " + sums + " where delivery_id = :id")
                    .param("id", garbage.id())
                    .update();
        }
        jdbc.sql(
                        garbage.discarded()
                                ? "delete from usage_delivery where id = :id"
                                : "update usage_delivery set state = 'SWEPT' where id = :id")
                .param("id", garbage.id())
                .update();
    }
}
