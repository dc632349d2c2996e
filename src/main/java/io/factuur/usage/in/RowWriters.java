package io.factuur.usage.in;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Chooses the writer that fits the database. */
@Component
class RowWriters {

    private final DataSource database;

    RowWriters(DataSource database) {
        this.database = database;
    }

    UsageRowWriter open() throws SQLException {
        Connection connection = database.getConnection();
        try {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")
                    ? new PostgresRowWriter(connection)
                    : new H2RowWriter(connection);
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }
}
