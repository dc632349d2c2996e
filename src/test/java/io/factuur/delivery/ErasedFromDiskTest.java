package io.factuur.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.Application;
import io.factuur.security.Person;
import io.factuur.shared.EmailAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** After a removal and a compaction no byte of the address is left in any file, the database's included. */
class ErasedFromDiskTest {

    @TempDir
    Path home;

    @Test
    void noByteOfTheAddressIsLeftInAnyFile() throws SQLException {
        EmailAddress removed = PostOffice.newAddress();
        EmailAddress optedOut = PostOffice.newAddress();
        EmailAddress kept = PostOffice.newAddress();
        try (ConfigurableApplicationContext application = start()) {
            PostOffice post = application.getBean(PostOffice.class);
            FakePapers papers = new FakePapers();
            long one = post.subscription();
            Person administrator = post.optedIn(one);
            long other = post.subscription();
            Person another = post.optedIn(other);
            post.confirmed(one, removed, administrator);
            post.confirmed(one, kept, administrator);
            post.confirmed(other, optedOut, another);
            post.preferences.sendTogether(one, true, administrator);
            post.issue(one, papers);
            post.issue(other, papers);
            post.sender(post.mailbox, papers).sendDue();
            post.recipients.remove(one, removed, administrator);
            post.preferences.optOut(other, another);
        }
        try (Connection database = DriverManager.getConnection(url(), "factuur", "")) {
            database.createStatement().execute("shutdown compact");
        }
        assertThat(filesWith(kept)).as("the search finds what is there").isNotEmpty();
        assertThat(filesWith(removed)).isEmpty();
        assertThat(filesWith(optedOut)).isEmpty();
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Application.class)
                .profiles("test")
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + url(),
                        "--factuur.data-dir=" + home,
                        "--logging.file.name=" + home.resolve("factuur.log"),
                        "--logging.level.io.factuur=trace");
    }

    private String url() {
        return "jdbc:h2:file:" + home.resolve("factuur")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE";
    }

    private List<Path> filesWith(EmailAddress address) {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, address.value()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As bytes in UTF-8 and in UTF-16, which is how a string may lie in a file. */
    private static boolean holds(Path file, String text) {
        try {
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)
                    .map(charset -> new String(text.getBytes(charset), StandardCharsets.ISO_8859_1))
                    .anyMatch(bytes::contains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
