package io.factuur.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.TestPeople;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import io.factuur.usage.ImportFigures.Cost;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class UsageImportsTest {

    @Autowired
    UsageImports imports;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestPeople people;

    @Autowired
    JdbcClient jdbc;

    Person operator;

    @BeforeEach
    void signIn() {
        operator = people.operator();
    }

    @Test
    void theRealSampleGoesInWithAllItsDefects() {
        Scope aws = accounts.enrollment("1234567890123");
        Scope microsoft = accounts.enrollment("8611537");
        Scope oracle = accounts.profile("20209880");

        UsageImport done = imports.run(sample(), ImportRequest.of("focus_1.0_sample_1000.csv"), operator);

        assertThat(done.state()).isEqualTo(ImportState.LIVE);
        assertThat(done.format()).isEqualTo("FOCUS 1.0");
        assertThat(done.rowsAccepted()).isEqualTo(1000);
        assertThat(done.rowsRejected()).isZero();
        assertThat(done.figures().billedCost()).containsExactly(new Cost("USD", "20.52022672899"));
        assertThat(live(aws)).containsExactly("2024-09-01 942 18.00663861840");
        assertThat(live(microsoft)).containsExactly("2024-09-01 51 1.97651418586");
        assertThat(live(oracle)).containsExactly("2024-09-01 6 0.29707392473", "2024-10-01 1 0.24");
    }

    @Test
    void everyValueOfTheRealSampleIsKept() throws IOException {
        accounts.enrollment("1234567890123");
        accounts.enrollment("8611537");
        accounts.profile("20209880");
        UsageImport done = imports.run(sample(), ImportRequest.of("sample.csv"), operator);

        List<Map<String, Object>> stored =
                jdbc.sql("""
                select r.* from usage_row r join usage_delivery d on d.id = r.delivery_id
                where d.import_id = :id order by r.id
                """).param("id", done.id()).query().listOfRows();
        List<Map<String, String>> given = CsvRows.read(sample());
        assertThat(stored).hasSize(given.size());
        for (int i = 0; i < given.size(); i++) {
            assertThat(columns(stored.get(i))).isEqualTo(expected(given.get(i)));
        }
    }

    @Test
    void aColumnThatIsEmptyForManyRowsIsKeptFromThenOn() {
        Scope account = accounts.enrollment();
        UsageCsv csv = UsageCsv.of(account.externalId(), "2025-03");
        for (int i = 0; i < 1_700; i++) {
            if (i % 600 == 599) {
                csv.add("s1", "02", "1", "Tags", "{\"row\": \"" + i + " – é\"}");
            } else {
                csv.add("s1", "02", "1");
            }
        }
        UsageImport done = imports.run(csv.stream(), ImportRequest.of("late.csv"), operator);

        assertThat(done.rowsAccepted()).isEqualTo(1_700);
        assertThat(jdbc.sql("""
                select r.tags from usage_row r join usage_delivery d on d.id = r.delivery_id
                where d.import_id = :id and r.tags is not null and r.service_name = 'Machines' order by r.id
                """).param("id", done.id()).query(String.class).list())
                .containsExactly("{\"row\": \"599 – é\"}", "{\"row\": \"1199 – é\"}");
    }

    private static Map<String, String> columns(Map<String, Object> row) {
        Map<String, String> values = new java.util.TreeMap<>();
        for (FocusColumn column : FocusColumn.ALL) {
            Object value = row.get(column.stored());
            if (value != null) {
                values.put(column.title(), value.toString());
            }
        }
        values.put("extra", String.valueOf(row.get("extra")));
        return values;
    }

    private static Map<String, String> expected(Map<String, String> given) {
        Map<String, String> values = new java.util.TreeMap<>();
        given.forEach((name, value) -> {
            if (!value.isEmpty() && !value.equals("NULL") && !name.equals("Id")) {
                boolean time = name.endsWith("PeriodStart") || name.endsWith("PeriodEnd");
                values.put(
                        name,
                        time ? value.replace(' ', 'T') + "Z" : value.equals("Usage-based") ? "Usage-Based" : value);
            }
        });
        values.put("extra", "{\"Id\":\"" + given.get("Id") + "\"}");
        return values;
    }

    @Test
    void theSameFilePackedGivesTheSameAndIsKnownAgain() throws IOException {
        Scope account = accounts.enrollment();
        UsageCsv csv = UsageCsv.of(account.externalId(), "2025-03").add("s1", "02", "1.5");
        UsageImport first = imports.run(csv.stream(), ImportRequest.of("a.csv"), operator);
        UsageImport again = imports.run(gzip(csv.bytes()), ImportRequest.of("b.csv.gz"), operator);

        assertThat(first.state()).isEqualTo(ImportState.LIVE);
        assertThat(again.state()).isEqualTo(ImportState.DUPLICATE);
        assertThat(again.duplicateOf()).isEqualTo(first.id());
        assertThat(live(account)).containsExactly("2025-03-01 1 1.5");
    }

    @Test
    void dailySumsFollowTheRows() {
        Scope account = accounts.enrollment();
        UsageCsv csv = UsageCsv.of(account.externalId(), "2025-03")
                .add("s1", "02", "1.5")
                .add("s1", "02", "2.25")
                .add("s2", "03", "-1")
                .add("s2", "03", "7", "ServiceName", "");
        UsageImport done = imports.run(csv.stream(), ImportRequest.of("a.csv"), operator);

        List<String> sums = jdbc.sql("""
                select u.charge_day, u.service_name, u.row_count, u.cost, s.external_id
                from usage_daily u join usage_delivery d on d.id = u.delivery_id join scope s on s.id = u.scope_id
                where d.import_id = :id order by u.charge_day, u.service_name, s.external_id
                """)
                .param("id", done.id())
                .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getLong(3) + " "
                        + row.getBigDecimal(4).stripTrailingZeros().toPlainString() + " " + row.getString(5))
                .list();
        assertThat(sums)
                .containsExactly("2025-03-02 Machines 2 3.75 s1", "2025-03-03  1 7 s2", "2025-03-03 Machines 1 -1 s2");
        assertThat(done.figures().newSubscriptions()).isEqualTo(2);
    }

    @Test
    void everyUnknownAccountIsNamedAndNothingIsLeftBehind() {
        Scope account = accounts.enrollment();
        String unknown = "nobody-" + UUID.randomUUID();
        UsageCsv csv = UsageCsv.of(account.externalId(), "2025-03")
                .add("fresh-" + account.externalId(), "02", "1")
                .add("s", "02", "1", "BillingAccountId", unknown + "-1")
                .add("s", "02", "1", "BillingAccountId", unknown + "-2");
        UsageImport done = imports.run(csv.stream(), ImportRequest.of("a.csv"), operator);

        assertThat(done.state()).isEqualTo(ImportState.REJECTED);
        assertThat(sentence(done)).contains(unknown + "-1, " + unknown + "-2").contains("create it");
        assertThat(live(account)).isEmpty();
        assertThat(count("select count(*) from scope where external_id = 'fresh-" + account.externalId() + "'"))
                .isZero();
    }

    @Test
    void oneBadRowKeepsAllOutUnlessTheGoodOnesAreWanted() throws IOException {
        Scope account = accounts.enrollment();
        UsageCsv csv = UsageCsv.of(account.externalId(), "2025-03")
                .add("s", "02", "1")
                .add("s", "03", "12,863")
                .add("s", "04", "2", "ChargePeriodStart", "31/12/2025")
                .add("s", "05", "", "Tags", "");
        UsageImport refused = imports.run(csv.stream(), ImportRequest.of("a.csv"), operator);
        assertThat(refused.state()).isEqualTo(ImportState.REJECTED);
        assertThat(refused.rowsRejected()).isEqualTo(3);
        assertThat(live(account)).isEmpty();

        UsageImport kept = imports.run(csv.stream(), ImportRequest.of("a.csv").keepingGoodRows(), operator);
        assertThat(kept.state()).isEqualTo(ImportState.LIVE);
        assertThat(kept.rowsAccepted()).isEqualTo(1);
        assertThat(live(account)).containsExactly("2025-03-01 1 1");
        List<Map<String, String>> rejects = CsvRows.read(Files.newInputStream(imports.rejects(kept.id(), operator)));
        assertThat(rejects)
                .extracting(row -> row.get("Line") + " " + row.get("Column"))
                .containsExactly("3 BilledCost", "4 ChargePeriodStart", "5 BilledCost");
        assertThat(rejects.getFirst().get("Reason")).contains("12,863").contains("decimal mark");
        assertThat(rejects.getFirst()).containsEntry("BilledCost", "12,863").containsEntry("CostCenter", "cc-1");
    }

    @Test
    void aNewerFileTakesThePlaceOfTheOlderAndAPartIsAdded() {
        Scope account = accounts.enrollment();
        String id = account.externalId();
        imports.run(UsageCsv.of(id, "2025-03").add("s", "02", "1").stream(), ImportRequest.of("a"), operator);
        imports.run(UsageCsv.of(id, "2025-04").add("s", "02", "5").stream(), ImportRequest.of("b"), operator);
        UsageImport newer =
                imports.run(UsageCsv.of(id, "2025-03").add("s", "03", "2").stream(), ImportRequest.of("c"), operator);
        assertThat(newer.figures().replacedRows()).isEqualTo(1);
        assertThat(live(account)).containsExactly("2025-03-01 1 2", "2025-04-01 1 5");

        imports.run(
                UsageCsv.of(id, "2025-03").add("s", "04", "4").stream(),
                ImportRequest.of("d").appending(),
                operator);
        assertThat(live(account)).containsExactly("2025-03-01 1 2", "2025-03-01 1 4", "2025-04-01 1 5");
    }

    @Test
    void aDryRunSaysWhatWouldHappenAndChangesNothing() {
        Scope account = accounts.enrollment();
        String id = account.externalId();
        imports.run(UsageCsv.of(id, "2025-03").add("s", "02", "1").stream(), ImportRequest.of("a"), operator);
        UsageImport checked = imports.run(
                UsageCsv.of(id, "2025-03").add("t-" + id, "03", "2").stream(),
                ImportRequest.of("b").asDryRun(),
                operator);

        assertThat(checked.state()).isEqualTo(ImportState.CHECKED);
        assertThat(checked.figures().replacedRows()).isEqualTo(1);
        assertThat(checked.figures().newSubscriptions()).isEqualTo(1);
        assertThat(checked.figures().billedCost()).containsExactly(new Cost("EUR", "2"));
        assertThat(live(account)).containsExactly("2025-03-01 1 1");
        assertThat(count("select count(*) from scope where external_id = 't-" + id + "'"))
                .isZero();
        assertThat(count("select count(*) from usage_delivery where import_id = " + checked.id()))
                .isZero();
    }

    @Test
    void lateRowsOfAClosedMonthGoToTheNextOpenOne() {
        Scope account = accounts.enrollment();
        String id = account.externalId();
        UsageCsv before = UsageCsv.of(id, "2025-03")
                .add("s", "02", "1")
                .add("s", "02", "1")
                .add("s", "03", "3");
        imports.run(before.stream(), ImportRequest.of("a"), operator);
        close(account, "2025-03-01");
        close(account, "2025-04-01");

        UsageCsv newer = UsageCsv.of(id, "2025-03")
                .add("s", "02", "1", "InvoiceId", "not a column")
                .add("s", "02", "1.0", "SubAccountName", "Renamed")
                .add("s", "02", "1")
                .add("s", "05", "0.5");
        UsageImport done = imports.run(newer.stream(), ImportRequest.of("b"), operator);

        assertThat(done.state()).isEqualTo(ImportState.LIVE);
        assertThat(done.rowsAccepted()).isEqualTo(4);
        assertThat(done.figures().lateRows()).isEqualTo(2);
        assertThat(done.figures().alreadyBilledRows()).isEqualTo(2);
        assertThat(done.figures().missingRows()).isEqualTo(1);
        assertThat(done.figures().missingCost()).isEqualByComparingTo("3");
        assertThat(live(account)).containsExactly("2025-03-01 3 5", "2025-05-01 2 1.5");
        assertThat(done.figures().periods()).singleElement().satisfies(period -> {
            assertThat(period.period()).isEqualTo("2025-05");
            assertThat(period.lateFrom()).isEqualTo("2025-03");
        });

        UsageCsv newest = UsageCsv.of(id, "2025-03")
                .add("s", "02", "1")
                .add("s", "02", "1")
                .add("s", "03", "3")
                .add("s", "06", "0.25");
        imports.run(newest.stream(), ImportRequest.of("c"), operator);
        assertThat(live(account)).containsExactly("2025-03-01 3 5", "2025-05-01 1 0.25");

        close(account, "2025-05-01");
        imports.run(newest.add("s", "07", "8").stream(), ImportRequest.of("d"), operator);
        assertThat(live(account)).containsExactly("2025-03-01 3 5", "2025-05-01 1 0.25", "2025-06-01 1 8");
    }

    @Test
    void onlineServicesAreBilledFromTheSubscriptionsDay() {
        Scope account = accounts.account();
        Scope fifth = accounts.subscription(
                account,
                "sub-" + account.externalId(),
                LocalDate.of(2024, 1, 5).atStartOfDay().toInstant(ZoneOffset.UTC));
        UsageCsv csv = UsageCsv.of(account.externalId(), "2025-03")
                .add(fifth.externalId(), "04", "1")
                .add(fifth.externalId(), "05", "2")
                .add("new-" + account.externalId(), "05", "4")
                .add("", "05", "8");
        UsageImport done = imports.run(csv.stream(), ImportRequest.of("a"), operator);

        assertThat(done.state()).isEqualTo(ImportState.LIVE);
        assertThat(live(fifth)).containsExactly("2025-02-05 1 1", "2025-03-05 1 2");
        assertThat(liveAt("new-" + account.externalId())).containsExactly("2025-03-01 1 4");
        assertThat(jdbc.sql("""
                        select s.name from scope s where s.parent_id = :account and s.external_id = :id
                        """)
                        .param("account", account.id())
                        .param("id", account.externalId())
                        .query(String.class)
                        .single())
                .isEqualTo(account.name());
        imports.run(csv.add("", "06", "16").stream(), ImportRequest.of("b"), operator);
        assertThat(live(fifth)).containsExactly("2025-02-05 1 1", "2025-03-05 1 2");
        assertThat(liveAt("new-" + account.externalId())).containsExactly("2025-03-01 1 4");
    }

    @Test
    void theRealEnterpriseFileGoesIn() {
        Scope enrollment = accounts.enrollment("8611537");
        UsageImport done = imports.run(
                Objects.requireNonNull(getClass().getResourceAsStream("/usage/azure_ea_actual_cost_11.csv")),
                ImportRequest.of("EA_ActualCost_Small.csv"),
                operator);
        assertThat(done.state()).isEqualTo(ImportState.LIVE);
        assertThat(done.format()).isEqualTo("Azure EA");
        assertThat(done.rowsAccepted()).isEqualTo(11);
        assertThat(live(enrollment)).hasSize(1);
    }

    @Test
    void anAmortizedFileStandsInForTheActualOneAndThenBesideIt() {
        Scope enrollment = accounts.enrollment();
        String header = "Cost,BillingAccountId,MeterId,Date,BillingCurrency,ChargeType,PricingModel,PartNumber\n";
        String rest = "," + enrollment.externalId() + ",m,02/10/2025,EUR,";
        String actual = header + "30" + rest + "Purchase,Reservation,x\n0" + rest + "Usage,Reservation,x\n2" + rest
                + "Usage,OnDemand,x\n";
        String amortized = header + "1" + rest + "Usage,Reservation,x\n2" + rest + "Usage,OnDemand,x\n";

        UsageImport first = run(amortized);
        assertThat(first.figures().amortized()).isTrue();
        assertThat(live(enrollment)).containsExactly("2025-02-01 2 3");
        run(actual);
        assertThat(live(enrollment)).containsExactly("2025-02-01 3 32");
        assertThat(states(enrollment)).containsExactly("AMORTIZED", "LIVE");
        run(amortized.replace("1" + rest, "1.5" + rest));
        assertThat(live(enrollment)).containsExactly("2025-02-01 3 32");
        assertThat(states(enrollment)).containsExactly("REPLACED", "LIVE", "AMORTIZED");
    }

    private UsageImport run(String text) {
        return imports.run(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ImportRequest.of("a.csv"), operator);
    }

    private List<String> states(Scope scope) {
        return jdbc.sql("select state from usage_delivery where billed_scope_id = :id order by id")
                .param("id", scope.id())
                .query(String.class)
                .list();
    }

    @Test
    void whatIsNoUsageFileIsAnsweredWithOneSentence() throws IOException {
        assertThat(fails("")).contains("empty");
        assertThat(fails("a,b,c\n1,2,3\n")).contains("a,b,c");
        assertThat(fails("BilledCost;BillingAccountId;x\n")).contains("\";\"");
        assertThat(fails("PK\u0003\u0004rest")).contains("ZIP");
        assertThat(fails("--------x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nBilledCost\r\n"))
                .contains("form");
        assertThat(fails("BilledCost,BillingAccountId,BillingPeriodStart,ChargePeriodStart\n"))
                .contains("FOCUS")
                .contains("BillingCurrency");
        assertThat(fails("Date,MeterId,Cost,BillingCurrency\n"))
                .contains("Azure")
                .contains("billingAccountId");
        assertThat(fails(UsageCsv.of("x", "2025-03").add("s", "02", "1") + "\"open"))
                .contains("line 3");
        assertThat(failsBytes("BilledCost,Ünit\n".getBytes(StandardCharsets.ISO_8859_1)))
                .contains("UTF-8");
        assertThat(failsBytes("BilledCost,Unit\n".getBytes(StandardCharsets.UTF_16)))
                .contains("UTF-8");
        assertThat(failsBytes("BilledCost,Unit\n".getBytes(StandardCharsets.UTF_16LE)))
                .contains("UTF-8");
        byte[] packed =
                gzip(UsageCsv.of("x", "2025-03").add("s", "02", "1").bytes()).readAllBytes();
        assertThat(failsBytes(java.util.Arrays.copyOf(packed, packed.length / 2)))
                .contains("damaged");
        assertThat(failsBytes(java.util.Arrays.copyOf(packed, 5))).contains("damaged");
        assertThat(fails("BilledCost," + "x,".repeat(10_000) + "\n")).contains("columns");
        assertThat(
                        fails(
                                "BilledCost,BilledCost,BillingAccountId,BillingCurrency,BillingPeriodStart,ChargePeriodStart\n"))
                .contains("BilledCost")
                .contains("twice");
    }

    @Test
    void aHugeFieldAndABombAreStopped() throws IOException {
        String open = UsageCsv.of("x", "2025-03") + "\"";
        assertThat(fails(open + "x".repeat(20_000_000))).contains("longer than 1,000,000");
        assertThat(fails(open + "x\n".repeat(5_000_000))).contains("longer than 1,000,000");
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
            out.write(UsageCsv.of("x", "2025-03").bytes());
            String file = UsageCsv.of("nobody-" + UUID.randomUUID(), "2025-03")
                    .add("s", "02", "1")
                    .toString();
            byte[] rows = file.substring(file.indexOf('\n') + 1).repeat(1_000).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 120_000_000 / rows.length; i++) {
                out.write(rows);
            }
        }
        UsageImport stopped =
                imports.run(new ByteArrayInputStream(bomb.toByteArray()), ImportRequest.of("bomb"), operator);
        assertThat(stopped.state()).isEqualTo(ImportState.FAILED);
        assertThat(sentence(stopped)).contains("200 times");
    }

    @Test
    void aHeaderAloneChangesNothing() {
        UsageImport done = imports.run(UsageCsv.of("x", "2025-03").stream(), ImportRequest.of("a"), operator);
        assertThat(done.state()).isEqualTo(ImportState.LIVE);
        assertThat(done.rowsAccepted()).isZero();
        assertThat(sentence(done)).contains("no rows");
    }

    @Test
    void whoIsNoOperatorFindsNothing() {
        Person somebody = people.somebody();
        assertThatThrownBy(() -> imports.run(InputStream.nullInputStream(), ImportRequest.of("a"), somebody))
                .isInstanceOf(Problem.class)
                .satisfies(thrown -> assertThat(((Problem) thrown).kind()).isEqualTo(Problem.Kind.NOT_FOUND));
        assertThatThrownBy(() -> imports.list(Long.MAX_VALUE, 1, somebody)).isInstanceOf(Problem.class);
    }

    private String fails(String text) {
        return failsBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private String failsBytes(byte[] bytes) {
        UsageImport done = imports.run(new ByteArrayInputStream(bytes), ImportRequest.of("bad"), operator);
        assertThat(done.state()).isEqualTo(ImportState.FAILED);
        return sentence(done);
    }

    private static String sentence(UsageImport done) {
        return Objects.requireNonNull(done.sentence()).text(java.util.Locale.ENGLISH);
    }

    private void close(Scope scope, String start) {
        LocalDate first = LocalDate.parse(start);
        jdbc.sql("insert into closed_period (scope_id, period_start, period_end, closed_at)"
                        + " values (:scope, :start, :end, current_timestamp)")
                .param("scope", scope.id())
                .param("start", first)
                .param("end", first.plusMonths(1))
                .update();
    }

    private List<String> liveAt(String externalId) {
        long id = jdbc.sql("select id from scope where external_id = :id")
                .param("id", externalId)
                .query(Long.class)
                .single();
        return live(id);
    }

    private List<String> live(Scope invoiced) {
        return live(invoiced.id());
    }

    /** Period, rows and cost of what is live, checked against the rows and the sums themselves. */
    private List<String> live(long invoiced) {
        return jdbc.sql("""
                select d.id, d.period_start, d.row_count, d.billed_cost, d.first_row_id, d.last_row_id
                from usage_delivery d where d.invoiced_scope_id = :scope and d.state = 'LIVE'
                order by d.period_start, d.id
                """)
                .param("scope", invoiced)
                .query((row, n) -> {
                    long id = row.getLong(1);
                    BigDecimal cost = row.getBigDecimal(4);
                    assertThat(sum("sum(cost)", "usage_row", id)).isEqualByComparingTo(cost);
                    assertThat(sum("sum(cost)", "usage_daily", id)).isEqualByComparingTo(cost);
                    assertThat(sum("sum(row_count)", "usage_daily", id)).isEqualByComparingTo(row.getBigDecimal(3));
                    assertThat(sum("sum(cost)", "usage_sum", id)).isEqualByComparingTo(cost);
                    assertThat(sum("sum(row_count)", "usage_sum", id)).isEqualByComparingTo(row.getBigDecimal(3));
                    assertThat(sum("count(*)", "usage_row", id)).isEqualByComparingTo(row.getBigDecimal(3));
                    assertThat(sum("min(id)", "usage_row", id)).isEqualByComparingTo(row.getBigDecimal(5));
                    assertThat(sum("max(id)", "usage_row", id)).isEqualByComparingTo(row.getBigDecimal(6));
                    String text = cost.stripTrailingZeros().toPlainString();
                    int scale = cost.stripTrailingZeros().scale();
                    return row.getString(2) + " " + row.getLong(3) + " "
                            + (scale > 2 && scale <= 11 ? cost.setScale(11).toPlainString() : text);
                })
                .list();
    }

    private BigDecimal sum(String what, String table, long delivery) {
        return jdbc.sql("select " + what + " from " + table + " where delivery_id = :id")
                .param("id", delivery)
                .query(BigDecimal.class)
                .single();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static InputStream sample() {
        return Objects.requireNonNull(UsageImportsTest.class.getResourceAsStream("/usage/focus_1.0_sample_1000.csv"));
    }

    private static InputStream gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return new ByteArrayInputStream(out.toByteArray());
    }
}
