package io.factuur.usage.in;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hands out keys of usage rows in blocks, so that an import's rows lie together. */
@Component
class RowIds {

    private final JdbcClient jdbc;

    RowIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first of so many keys; noted with the import, so that they can be found when it dies. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    long take(long importId, int count) {
        jdbc.sql("update usage_row_range set next_id = next_id + :count")
                .param("count", count)
                .update();
        long first = jdbc.sql("select next_id from usage_row_range")
                        .query(Long.class)
                        .single()
                - count;
        jdbc.sql("""
                update usage_import set first_row_id = coalesce(first_row_id, :first), last_row_id = :last
                where id = :id
                """)
                .param("first", first)
                .param("last", first + count - 1)
                .param("id", importId)
                .update();
        return first;
    }
}
