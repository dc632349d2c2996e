package io.factuur;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * The database under test: H2 in a file, or a real PostgreSQL where {@code factuur.test.database=postgresql}. The
 * build runs everything on the first and what is tagged {@code database} on the second as well.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final boolean POSTGRESQL = "postgresql".equals(System.getProperty("factuur.test.database"));

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Path home = temporaryFolder();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test-database",
                        Map.of(
                                "spring.datasource.url",
                                url(home),
                                "factuur.data-dir",
                                home.toString(),
                                "server.port",
                                freePort())));
    }

    private static String url(Path home) {
        return POSTGRESQL
                ? Postgres.newDatabase()
                : "jdbc:h2:file:" + home.resolve("factuur")
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=30000;QUERY_CACHE_SIZE=100";
    }

    /** Known before the application starts, because the portal's own address is part of every passkey. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "run")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One server for the whole run, a fresh database for each application context. */
    private static final class Postgres {

        private static final EmbeddedPostgres SERVER = start();
        private static int databases;

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static synchronized String newDatabase() {
            String name = "factuur" + ++databases;
            try (var connection = SERVER.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
            return SERVER.getJdbcUrl("postgres", name);
        }
    }
}
