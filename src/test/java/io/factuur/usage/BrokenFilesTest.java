package io.factuur.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.IntegrationTest;
import io.factuur.TestPeople;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that were damaged on their way: each is answered with one sentence, and nothing of it goes in by half. */
@IntegrationTest
class BrokenFilesTest {

    private static final int ROUNDS = 120;

    @Autowired
    UsageImports imports;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestPeople people;

    @Autowired
    JdbcClient jdbc;

    Person operator;
    Scope account;
    byte[] real;

    @BeforeEach
    void aRealFile() throws IOException {
        operator = people.operator();
        account = accounts.enrollment();
        real = new String(
                        Objects.requireNonNull(getClass().getResourceAsStream("/usage/azure_ea_actual_cost_11.csv"))
                                .readAllBytes(),
                        StandardCharsets.UTF_8)
                .replace("8611537", account.externalId())
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aDamagedFileGoesInWholeOrNotAtAll() {
        Random random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            whollyOrNotAtAll(damaged(random));
        }
    }

    /** A sender still sends while the sentence is ready; what is left must be read before it can be heard. */
    @Test
    void theBodyIsLeftOpenForWhatIsLeftOfIt() {
        boolean[] closed = {false};
        InputStream body = new ByteArrayInputStream("a;b\n1;2\n".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        UsageImport done = imports.run(body, ImportRequest.of("semicolons.csv"), operator);
        assertThat(done.state()).isEqualTo(ImportState.FAILED);
        assertThat(closed[0]).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PAR1\u0015",
                "[{\"BilledCost\": 1}]",
                "\ufeff {\"a\": 1}",
                "<html>",
                "%PDF-1.7",
                "7z\u00bc\u00af"
            })
    void aFileOfAnotherKindIsCalledByItsName(String start) {
        byte[] bytes = start.getBytes(start.startsWith("7z") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        UsageImport done = imports.run(new ByteArrayInputStream(bytes), ImportRequest.of("other"), operator);
        assertThat(Objects.requireNonNull(done.sentence()).text(Locale.ENGLISH))
                .startsWith("This is a file of the kind");
    }

    @Test
    void linesThatEndInACarriageReturnAloneAreNoHeader() {
        byte[] old = new String(real, StandardCharsets.UTF_8)
                .replace("\r", "")
                .replace('\n', '\r')
                .getBytes(StandardCharsets.UTF_8);
        UsageImport done = imports.run(new ByteArrayInputStream(old), ImportRequest.of("mac.csv"), operator);
        assertThat(Objects.requireNonNull(done.sentence()).key()).isEqualTo("problem.import.line-ends");
    }

    @Test
    void aFileThatBreaksOffGoesInOnlyWhereALineEnds() {
        Random random = new Random(8);
        for (int round = 0; round < 40; round++) {
            byte[] cut = Arrays.copyOf(real, 1_000 + random.nextInt(real.length - 1_000));
            UsageImport done = whollyOrNotAtAll(cut);
            if (done.state() == ImportState.LIVE) {
                assertThat(done.rowsAccepted()).isEqualTo(complete(cut));
            }
        }
    }

    /** Rows that have all their 55 values, of which the last may be short. */
    private static long complete(byte[] cut) {
        return new String(cut, StandardCharsets.UTF_8)
                .replaceAll("\"(?:[^\"]|\"\")*\"", "")
                .lines()
                .skip(1)
                .filter(line -> line.chars().filter(c -> c == ',').count() == 54)
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "ISO-8859-1", "windows-1252", "IBM037"})
    void anotherEncodingIsNamed(String encoding) {
        String text = new String(real, StandardCharsets.UTF_8).replace("ACM Team", "ACM Téam");
        UsageImport done =
                run(new ByteArrayInputStream(text.replace("\ufeff", "").getBytes(Charset.forName(encoding))));
        assertThat(done.state()).isEqualTo(ImportState.FAILED);
        assertThat(sentence(done)).contains("UTF-8").doesNotContain("\n");
        assertThat(rows()).isZero();
    }

    @Test
    void aBombInABombIsStopped() throws IOException {
        byte[] zeros = packed(new ByteArrayInputStream(new byte[0]), 150_000_000);
        UsageImport done = run(new ByteArrayInputStream(packed(new ByteArrayInputStream(zeros), 0)));
        assertThat(done.state()).isEqualTo(ImportState.FAILED);
        assertThat(sentence(done)).endsWith(".");
        byte[] thrice = packed(new ByteArrayInputStream(packed(new ByteArrayInputStream(zeros), 0)), 0);
        assertThat(run(new ByteArrayInputStream(thrice)).state()).isEqualTo(ImportState.FAILED);
        assertThat(rows()).isZero();
    }

    @Test
    void aFieldOf100MegabytesIsNotRead() {
        byte[] start = Arrays.copyOf(real, new String(real, StandardCharsets.UTF_8).indexOf('\n') + 1);
        Letters letters = new Letters(100_000_000);
        UsageImport done = run(new SequenceInputStream(new ByteArrayInputStream(start), letters));
        assertThat(sentence(done)).contains("longer than 1,000,000 characters");
        assertThat(letters.left).isGreaterThan(90_000_000);
        assertThat(rows()).isZero();
    }

    @Test
    void tenThousandColumnsAreNone() {
        assertThat(sentence(run(new ByteArrayInputStream(
                        ("Date," + "x,".repeat(9_998) + "x\n").getBytes(StandardCharsets.UTF_8)))))
                .contains("10,000 columns");
        String wide = UsageCsv.of(account.externalId(), "2025-03")
                        .add("s", "02", "1")
                        .toString()
                        .strip()
                + ",x".repeat(10_000);
        UsageImport done = run(new ByteArrayInputStream(wide.getBytes(StandardCharsets.UTF_8)));
        assertThat(done.state()).isEqualTo(ImportState.REJECTED);
        assertThat(rows()).isZero();
    }

    private UsageImport whollyOrNotAtAll(byte[] bytes) {
        long before = rows();
        UsageImport done = run(new ByteArrayInputStream(bytes));
        if (done.state() == ImportState.LIVE && done.rowsAccepted() > 0) {
            assertThat(done.rowsRejected()).isZero();
            assertThat(rows())
                    .isEqualTo(jdbc.sql("""
                            select count(*) from usage_row r join usage_delivery d on d.id = r.delivery_id
                            where d.state = 'LIVE' and d.billed_scope_id = :id
                            """)
                            .param("id", account.id())
                            .query(Long.class)
                            .single());
        } else {
            assertThat(rows()).isEqualTo(before);
            if (done.state() != ImportState.DUPLICATE) {
                assertThat(sentence(done)).endsWith(".").doesNotContain("\n").doesNotContain("went wrong");
            }
        }
        return done;
    }

    private byte[] damaged(Random random) {
        byte[] bytes = real.clone();
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(5)) {
            case 0 -> {
                bytes[at] = (byte) random.nextInt(256);
                yield bytes;
            }
            case 1 -> {
                bytes[at] = (byte) "\",\n\r;'{}0-.E\t".charAt(random.nextInt(13));
                yield bytes;
            }
            case 2 ->
                joined(
                        Arrays.copyOf(bytes, at),
                        Arrays.copyOfRange(bytes, Math.min(bytes.length, at + 50), bytes.length));
            case 3 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, Math.max(0, at - 50), bytes.length));
            default -> {
                for (int i = 0; i < 20; i++) {
                    bytes[random.nextInt(bytes.length)] = (byte) (' ' + random.nextInt(95));
                }
                yield bytes;
            }
        };
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] packed(InputStream plain, int zeros) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            plain.transferTo(out);
            byte[] lines = "\n".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < zeros / lines.length; i++) {
                out.write(lines);
            }
        }
        return bytes.toByteArray();
    }

    private UsageImport run(InputStream body) {
        return imports.run(body, ImportRequest.of("broken.csv"), operator);
    }

    private long rows() {
        return jdbc.sql(
                        "select coalesce(sum(row_count), 0) from usage_delivery where state = 'LIVE' and billed_scope_id = :id")
                .param("id", account.id())
                .query(Long.class)
                .single();
    }

    private static String sentence(UsageImport done) {
        return Objects.requireNonNull(done.sentence()).text(Locale.ENGLISH);
    }

    /** So many letters, and no end of line. */
    private static final class Letters extends InputStream {

        private long left;

        Letters(long count) {
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }
    }
}
