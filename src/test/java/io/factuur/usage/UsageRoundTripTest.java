package io.factuur.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.factuur.IntegrationTest;
import io.factuur.TestCustomers;
import io.factuur.TestPeople;
import io.factuur.agreement.Role;
import io.factuur.invoice.BillingRuns;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes in comes out, all columns and all digits, in every way it can be written down. */
@IntegrationTest
class UsageRoundTripTest {

    private static final int ROWS = 40;
    private static final String[] TEXTS = {
        "",
        "plain",
        "a, \"quoted\"; text",
        "two\nlines\r\nor three",
        "é € Ω 漢字 \uD83D\uDE80",
        "=HYPERLINK(\"http://x\")",
        "+1-555",
        "@SUM(1;2)",
        "'quoted'",
        "1234567890123456789",
        "007",
        "12E3",
        " space ",
        "-"
    };

    private static final Set<FocusColumn> MAY_BE_ABSENT = EnumSet.of(
            FocusColumn.AVAILABILITY_ZONE,
            FocusColumn.BILLING_ACCOUNT_NAME,
            FocusColumn.CHARGE_DESCRIPTION,
            FocusColumn.COMMITMENT_DISCOUNT_NAME,
            FocusColumn.INVOICE_ID,
            FocusColumn.RESOURCE_NAME,
            FocusColumn.SKU_METER);

    @Autowired
    UsageImports imports;

    @Autowired
    UsageFiles files;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCustomers customers;

    @Autowired
    TestPeople people;

    @Autowired
    BillingRuns runs;

    @Autowired
    JdbcClient jdbc;

    Person operator;

    @BeforeEach
    void signIn() {
        operator = people.operator();
    }

    @RepeatedTest(4)
    void whatComesInAsFocusComesOutInEveryDialectAndGoesInAgain(RepetitionInfo repetition) throws Exception {
        String account = "E" + UUID.randomUUID();
        Scope enrollment = accounts.enrollment(account);
        Person reader = customers.somebodyWith(Role.ENTERPRISE_ADMINISTRATOR, enrollment);
        List<Map<String, String>> given = rows(new SplittableRandom(repetition.getCurrentRepetition()), account);
        take(csv(given));

        byte[] machine = file(enrollment, Dialect.MACHINE, reader);
        List<Map<String, String>> out = read(machine, Dialect.MACHINE);
        assertThat(out).hasSize(ROWS);
        for (int i = 0; i < ROWS; i++) {
            Map<String, String> row = out.get(i);
            given.get(i).forEach((name, value) -> assertThat(row.get(name.startsWith("Own") ? "x_" + name : name))
                    .as(name)
                    .isEqualTo(value));
        }
        for (Dialect dialect : Dialect.ALL) {
            assertThat(read(file(enrollment, dialect, reader), dialect)).isEqualTo(out);
        }

        jdbc.sql("update usage_delivery set state = 'REPLACED' where billed_scope_id = :id")
                .param("id", enrollment.id())
                .update();
        jdbc.sql("update usage_import set sha256 = null").update();
        take(machine);
        assertThat(file(enrollment, Dialect.MACHINE, reader)).isEqualTo(machine);
    }

    @Test
    void everyFileOfAnInvoiceAddsUpToItInEveryDialect() throws Exception {
        String account = "E" + UUID.randomUUID();
        Scope enrollment = accounts.enrollment(account);
        Person reader = customers.somebodyWith(Role.ENTERPRISE_ADMINISTRATOR, enrollment);
        take(csv(rows(new SplittableRandom(7), account)));
        runs.close(enrollment.id(), "2024-09", operator);
        BigDecimal invoiced = jdbc.sql("select sum(charges) from invoice where scope_id = :id")
                .param("id", enrollment.id())
                .query(BigDecimal.class)
                .single();

        for (Dialect dialect : Dialect.ALL) {
            for (UsageFormat format : UsageFormat.values()) {
                BigDecimal sum = BigDecimal.ZERO;
                for (Map<String, String> row : read(file(enrollment, format, dialect, reader), dialect)) {
                    sum = sum.add(new BigDecimal(
                            row.get(format == UsageFormat.NATIVE ? "CostInBillingCurrency" : "BilledCost")));
                }
                assertThat(sum).as(dialect.code() + " " + format).isEqualByComparingTo(invoiced);
            }
        }
    }

    /** Runs where LibreOffice is installed. */
    @Test
    void libreOfficeKeepsEveryIdentifierAndEveryText(@TempDir Path folder) throws Exception {
        Path office = Path.of("/usr/bin/soffice");
        assumeThat(Files.isExecutable(office)).isTrue();
        String account = "E" + UUID.randomUUID();
        Scope enrollment = accounts.enrollment(account);
        Person reader = customers.somebodyWith(Role.ENTERPRISE_ADMINISTRATOR, enrollment);
        take(csv(rows(new SplittableRandom(11), account)));
        Dialect dialect = Dialect.of("excel-en");
        byte[] file = file(enrollment, dialect, reader);
        Files.write(folder.resolve("in.csv"), file);

        Process process = new ProcessBuilder(
                        office.toString(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--infilter=CSV:44,34,76,1",
                        "--convert-to",
                        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false",
                        "--outdir",
                        folder.resolve("out").toString(),
                        folder.resolve("in.csv").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        List<Map<String, String>> back = read(Files.readAllBytes(folder.resolve("out/in.csv")), dialect);
        List<Map<String, String>> sent = read(file, dialect);
        assertThat(back).hasSameSizeAs(sent);
        for (int i = 0; i < sent.size(); i++) {
            for (String column : List.of("ResourceId", "ResourceName", "ChargeDescription", "x_OwnText", "SkuId")) {
                assertThat(back.get(i).get(column))
                        .as(column)
                        .isEqualToNormalizingNewlines(sent.get(i).get(column));
            }
            assertThat(new BigDecimal(back.get(i).get("BilledCost")).signum())
                    .isEqualTo(new BigDecimal(sent.get(i).get("BilledCost")).signum());
        }
    }

    private void take(byte[] csv) {
        UsageImport done = imports.run(new ByteArrayInputStream(csv), ImportRequest.of("trip.csv"), operator);
        assertThat(done.state()).as(String.valueOf(done.sentence())).isEqualTo(ImportState.LIVE);
    }

    private static List<Map<String, String>> rows(SplittableRandom random, String account) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            String day = "2024-09-%02dT00:00:00Z".formatted(random.nextInt(1, 30));
            Map<String, String> row = new LinkedHashMap<>();
            for (FocusColumn column : FocusColumn.ALL) {
                row.put(
                        column.title(),
                        switch (column.kind()) {
                            case DECIMAL -> number(random);
                            case TIME -> day;
                            case TEXT -> text(column, random);
                        });
            }
            row.put("BilledCost", number(random));
            row.put("EffectiveCost", number(random));
            row.put("BillingAccountId", account);
            row.put("BillingCurrency", "EUR");
            row.put("BillingPeriodStart", "2024-09-01T00:00:00Z");
            row.put("BillingPeriodEnd", "2024-10-01T00:00:00Z");
            row.put("ChargeCategory", "Usage");
            row.put("SubAccountId", "sub-" + random.nextInt(3));
            row.put("Tags", "{\"k\": \"v" + i + "\"}");
            row.put("SkuPriceDetails", "{\"x\": " + i + "}");
            row.put("CommitmentDiscountStatus", "Used");
            for (String price : List.of("ListUnitPrice", "ContractedUnitPrice")) {
                row.merge(price, "", (value, none) -> value.replace("-", ""));
                row.merge("PricingCurrency" + price, "", (value, none) -> value.replace("-", ""));
            }
            row.put("OwnText", TEXTS[random.nextInt(TEXTS.length)].strip());
            row.put("OwnCost", number(random));
            rows.add(row);
        }
        return rows;
    }

    /** A word of the column's closed list; else anything, where FOCUS lets a file leave it out, and something where not. */
    private static String text(FocusColumn column, SplittableRandom random) {
        List<String> words = FocusWords.allowed(column).stream().sorted().toList();
        if (!words.isEmpty()) {
            return words.get(random.nextInt(words.size()));
        }
        String text = TEXTS[random.nextInt(TEXTS.length)].strip();
        return text.isEmpty() && MAY_BE_ABSENT.contains(column) ? "" : text.isEmpty() ? "something" : text;
    }

    /** Up to 18 decimals, negative ones and zeros at the end among them. */
    private static String number(SplittableRandom random) {
        BigDecimal value = new BigDecimal(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L) + "."
                + "%018d".formatted(random.nextLong(1_000_000_000_000_000_000L)));
        return value.setScale(random.nextInt(19), RoundingMode.DOWN).toPlainString();
    }

    private static byte[] csv(List<Map<String, String>> rows) {
        StringBuilder csv = new StringBuilder(String.join(",", rows.getFirst().keySet())).append('\n');
        for (Map<String, String> row : rows) {
            List<String> values = row.values().stream()
                    .map(value -> value.isEmpty() ? "" : '"' + value.replace("\"", "\"\"") + '"')
                    .toList();
            csv.append(String.join(",", values)).append('\n');
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] file(Scope scope, Dialect dialect, Person reader) throws Exception {
        return file(scope, UsageFormat.FOCUS_1_2, dialect, reader);
    }

    private byte[] file(Scope scope, UsageFormat format, Dialect dialect, Person reader) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        files.open(new UsageRequest(scope.id(), PeriodChoice.of("2024-09"), format, dialect, ChargeChoice.ALL), reader)
                .writeTo(bytes);
        return bytes.toByteArray();
    }

    /** Reads a dialect the way its description says: one apostrophe away, the decimal mark back, times as ISO 8601. */
    private static List<Map<String, String>> read(byte[] bytes, Dialect dialect) {
        String text = new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
        List<List<String>> lines = lines(text, dialect);
        List<String> header = lines.removeFirst();
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> line : lines) {
            assertThat(line).hasSameSizeAs(header);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), dialect.forExcel() ? plain(line.get(i), dialect) : line.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    /** RFC 4180, letter by letter; libraries differ in what they do with a carriage return. */
    private static List<List<String>> lines(String text, Dialect dialect) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    value.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    value.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == dialect.separator() || c == '\n') {
                line.add(value.toString());
                value.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else if (c != '\r') {
                value.append(c);
            }
        }
        return lines;
    }

    private static String plain(String value, Dialect dialect) {
        if (value.startsWith("'")) {
            return value.substring(1);
        }
        if (value.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d")) {
            return value.replace(' ', 'T') + "Z";
        }
        boolean number = value.matches("-?\\d+" + (dialect.decimalMark() == ',' ? "," : "\\.") + "\\d+");
        return number ? value.replace(dialect.decimalMark(), '.') : value;
    }
}
