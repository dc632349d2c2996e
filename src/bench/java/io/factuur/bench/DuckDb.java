package io.factuur.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** DuckDB in this process with a database file of its own: a rival that is made for reading files. */
final class DuckDb implements AutoCloseable {

    private final Connection connection;

    DuckDb(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        execute("set memory_limit = '512MB'");
        execute("set preserve_insertion_order = false");
    }

    /** All columns as the file gives them. */
    void read(Path csv) throws SQLException {
        execute("create or replace table usage_row as select * from read_csv('" + csv
                + "', header = true, all_varchar = true)");
    }

    void write(Path csv) throws SQLException {
        execute("copy usage_row to '" + csv + "' (header)");
    }

    void sums() throws SQLException {
        execute("create or replace temp table sums as select ServiceName, ChargePeriodStart,"
                + " sum(cast(BilledCost as decimal(38, 18))) from usage_row group by all");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
