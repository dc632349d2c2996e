package io.factuur.usage.in;

import java.sql.SQLException;
import java.util.List;

/**
 * Writes rows and sums into one database as fast as it takes them. Used by one thread; nothing counts before
 * {@link #finish()}, and rows of deliveries that are not live are seen by nobody anyway.
 */
interface UsageRowWriter extends AutoCloseable {

    void rows(List<UsageRow> rows) throws SQLException;

    void sums(List<DailySums.Sum> sums) throws SQLException;

    void finish() throws SQLException;

    /** Takes back what can be taken back and gives the connection away. */
    @Override
    void close() throws SQLException;
}
