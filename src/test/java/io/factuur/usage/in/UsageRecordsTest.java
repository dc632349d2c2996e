package io.factuur.usage.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.shared.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UsageRecordsTest {

    private static final ImportLimits LIMITS = new ImportLimits(100_000, 1_000, 1_000_000_000L, 200, 10_000);
    private static final String ALPHABET = "ab,\"\n\r \té€😀\\'0.-";

    @Test
    void whatWasWrittenIsReadCharacterByCharacter() throws IOException {
        Random random = new Random(1);
        for (int round = 0; round < 500; round++) {
            List<List<String>> rows = new ArrayList<>();
            int columns = 2 + random.nextInt(6);
            for (int i = 0; i < 1 + random.nextInt(20); i++) {
                List<String> row = new ArrayList<>();
                for (int c = 0; c < columns; c++) {
                    row.add(text(random));
                }
                rows.add(row);
            }
            String end = random.nextBoolean() ? "\r\n" : "\n";
            String csv = rows.stream()
                    .map(row -> row.stream().map(value -> quoted(value, random)).collect(Collectors.joining(",")))
                    .collect(Collectors.joining(end, "", random.nextBoolean() ? end : ""));
            assertThat(read(csv)).as(csv).isEqualTo(rows);
        }
    }

    private static String text(Random random) {
        int[] points = ALPHABET.codePoints().toArray();
        return random.ints(random.nextInt(8), 0, points.length)
                .mapToObj(i -> Character.toString(points[i]))
                .collect(Collectors.joining());
    }

    private static String quoted(String value, Random random) {
        boolean must = value.contains(",") || value.contains("\"") || value.contains("\n") || value.contains("\r");
        return must || random.nextBoolean() ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    @Test
    void linesAreCountedThroughQuotes() throws IOException {
        try (UsageRecords records = records("a,b\n\"x\ny\",2\n\n3,4\n")) {
            records.next();
            assertThat(records.line()).isEqualTo(1);
            records.next();
            assertThat(records.line()).isEqualTo(2);
            records.next();
            assertThat(records.line()).isEqualTo(5);
            assertThat(records.next()).isNull();
        }
    }

    @Test
    void lineEndingsBeforeTheEndBelongToTheValue() throws IOException {
        assertThat(read("a,\"one\r\ntwo\"\r\n\"three\",4\r\n"))
                .containsExactly(List.of("a", "one\r\ntwo"), List.of("three", "4"));
    }

    @Test
    void recordsLongerThanABufferAndValuesThatComeAgainAreReadTheSame() throws IOException {
        Random random = new Random(3);
        StringBuilder csv = new StringBuilder();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            List<String> row = List.of(
                    "constant",
                    "one of " + random.nextInt(900) + " – 中",
                    Long.toString(random.nextLong()),
                    i == 7_000 ? "long\n".repeat(15_000) : "\"" + i % 3);
            rows.add(row);
            csv.append(row.stream().map(value -> quoted(value, random)).collect(Collectors.joining(",", "", "\n")));
        }
        assertThat(read(csv.toString())).isEqualTo(rows);
    }

    @Test
    void byteOrderMarksAreDroppedBeforeTheFirstTwoLinesOnly() throws IOException {
        assertThat(read("\ufeff\ufeffa,b\n\ufeff1,2\n\ufeff3,4"))
                .containsExactly(List.of("a", "b"), List.of("1", "2"), List.of("\ufeff3", "4"));
    }

    @Test
    void theLineThatIsNotUtf8IsNamed() throws IOException {
        assertThat(read("a\n\ufffd,1")).containsExactly(List.of("a"), List.of("\ufffd", "1"));
        byte[] csv = "a,b\n\"x\ny\",2\n3,é\n".getBytes(StandardCharsets.ISO_8859_1);
        try (UsageRecords records = UsageRecords.of(new ByteArrayInputStream(csv), LIMITS)) {
            records.next();
            records.next();
            assertThatThrownBy(records::next).isInstanceOf(Problem.class).hasMessageContaining("Line 4");
        }
    }

    @Test
    void whatIsTooLongIsSaidInCharactersOfTheRecord() throws IOException {
        assertThat(read("a\n" + "中".repeat(LIMITS.recordLength()))).hasSize(2);
        assertThatThrownBy(() -> read("a\n" + "中".repeat(LIMITS.recordLength() + 1)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void anyBytesGiveRecordsOrOneSentence() throws IOException {
        Random random = new Random(2);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            if (random.nextBoolean()) {
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (byte) "a,\"\n\r1".charAt(Math.floorMod(bytes[i], 6));
                }
            }
            if (random.nextInt(4) == 0 && bytes.length > 2) {
                bytes[0] = 0x1f;
                bytes[1] = (byte) 0x8b;
            }
            try (UsageRecords records = UsageRecords.of(new ByteArrayInputStream(bytes), LIMITS)) {
                while (records.next() != null) {
                    assertThat(records.line()).isPositive();
                }
            } catch (Problem oneSentence) {
                assertThat(oneSentence.getMessage()).endsWith(".");
            }
        }
    }

    private static UsageRecords records(String csv) throws IOException {
        return UsageRecords.of(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), LIMITS);
    }

    /** Lines with nothing on them are passed over, and so are they in what is expected. */
    private static List<List<String>> read(String csv) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (UsageRecords records = records(csv)) {
            for (String[] row = records.next(); row != null; row = records.next()) {
                rows.add(Arrays.asList(row));
            }
        }
        return rows;
    }
}
