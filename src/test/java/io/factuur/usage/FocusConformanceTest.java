package io.factuur.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.IntegrationTest;
import io.factuur.TestCustomers;
import io.factuur.TestPeople;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.invoice.BillingRuns;
import io.factuur.scope.NewScope;
import io.factuur.scope.Scope;
import io.factuur.scope.Scopes;
import io.factuur.security.Person;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** FOCUS 1.2 keeps to its column rules whatever came in, and adds up to it all the same. */
@IntegrationTest
class FocusConformanceTest {

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
    Scopes scopes;

    @Autowired
    BillingRuns runs;

    @Autowired
    JdbcClient jdbc;

    Person operator;

    @BeforeEach
    void signIn() {
        operator = people.operator();
    }

    @Test
    void theRealSampleOfEachAgreementOpenAndBilled() throws Exception {
        Scope program = account(AgreementType.MOSP, "1234567890123");
        Scope enrollment = accounts.enrollment("8611537");
        Scope profile = accounts.profile("20209880");
        take(resource("focus_1.0_sample_1000.csv"));

        check(enrollment, Role.ENTERPRISE_ADMINISTRATOR, "2024-09", 51);
        check(profile, Role.BILLING_PROFILE_READER, "2024-09", 6);
        check(program, Role.ACCOUNT_ADMINISTRATOR, "2024-09", 942);
        runs.close(enrollment.id(), "2024-09", operator);
        runs.close(profile.id(), "2024-09", operator);
        check(enrollment, Role.ENTERPRISE_ADMINISTRATOR, "2024-09", -1);
        check(profile, Role.BILLING_PROFILE_READER, "2024-09", -1);
    }

    @Test
    void theRealEnterpriseFile() throws Exception {
        Scope enrollment = accounts.enrollment("8611537");
        take(resource("azure_ea_actual_cost_11.csv"));

        check(enrollment, Role.ENTERPRISE_ADMINISTRATOR, "2023-09", 11);
    }

    @Test
    void aFileThatSaysLittleAndMuchOfItWrong() throws Exception {
        String id = "E" + UUID.randomUUID();
        Scope enrollment = accounts.enrollment(id);
        String start = id + ",EUR,2024-09-01,2024-09-02,";
        take(stream("""
                BillingAccountId,BillingCurrency,BillingPeriodStart,ChargePeriodStart,BilledCost,ChargeCategory,\
                ChargeFrequency,ServiceCategory,PricingCategory,ConsumedQuantity,Tags,ProviderName,ResourceName,\
                RegionName,SubAccountId,CommitmentDiscountId,SkuId
                """
                + start + "+1.5,usage,usage-based,COMPUTE,standard,2,\"\"\"a\"\": \"\"b\"\"\",Cloud,vm,West,sub-1,,s\n"
                + start + ".25,Purchase,Usage-Based,Cloud things,On Demand,2,free text,Cloud,,,,res-1,s\n"
                + start + "-3,Rabatt,,,,,\"{\"\"a\"\":\",Cloud,vm,,,,\n"
                + start + "9.87E-1,Tax,,,Standard,1,,Cloud,,,,,s\n"));

        List<Map<String, String>> rows = check(enrollment, Role.ENTERPRISE_ADMINISTRATOR, "2024-09", 4);
        assertThat(rows)
                .extracting(row -> row.get("ChargeCategory"))
                .containsExactly("Usage", "Purchase", "Adjustment", "Tax");
        assertThat(rows)
                .extracting(row -> row.get("Tags"))
                .containsExactly("{\"a\": \"b\"}", "{\"Tags\":\"free text\"}", "{\"Tags\":\"{\\\"a\\\":\"}", "");
        assertThat(rows).extracting(row -> row.get("BilledCost")).containsExactly("1.5", "0.25", "-3", "0.987");
        assertThat(rows.getFirst())
                .containsEntry("BillingPeriodEnd", "2024-10-01T00:00:00Z")
                .containsEntry("ChargePeriodEnd", "2024-09-03T00:00:00Z")
                .containsEntry("ServiceCategory", "Compute");
    }

    @Test
    void payAsYouGoNamesOnlyTheSubscription() throws Exception {
        Scope program = account(AgreementType.MOSP, "M" + UUID.randomUUID());
        String guid = UUID.randomUUID().toString();
        Scope subscription = accounts.subscription(program, guid, java.time.Instant.parse("2020-01-05T00:00:00Z"));
        Scope other = accounts.subscription(
                program, UUID.randomUUID().toString(), java.time.Instant.parse("2020-01-05T00:00:00Z"));
        take(stream(payAsYouGo(other.externalId(), "2.5")));
        take(stream(payAsYouGo(guid, "0.075")));
        UsageImport again = take(stream(payAsYouGo(guid, "0.125")));

        assertThat(again.format()).isEqualTo("Azure MOSP");
        assertThat(again.figures().replacedRows()).isEqualTo(1);
        List<Map<String, String>> rows = check(program, Role.ACCOUNT_ADMINISTRATOR, "2024-09-05", 2);
        assertThat(rows).extracting(row -> row.get("BilledCost")).containsExactlyInAnyOrder("2.5", "0.125");
        assertThat(rows).allSatisfy(row -> assertThat(row)
                .containsEntry("BillingAccountId", program.externalId())
                .containsEntry("ServiceName", "Load Balancer")
                .containsEntry("x_ResourceType", "Microsoft.Network/loadBalancers"));
        assertThat(subscription.kind()).isEqualTo(ScopeKind.SUBSCRIPTION);
        UsageImport stranger = run(stream(payAsYouGo("nobody-s", "1")));
        assertThat(stranger.state()).isEqualTo(ImportState.REJECTED);
        assertThat(Objects.requireNonNull(stranger.sentence()).text(java.util.Locale.ENGLISH))
                .contains("there is no pay-as-you-go subscription with the ID nobody-s");
    }

    private static String payAsYouGo(String subscription, String cost) {
        return """
                Abonnement-GUID (SubscriptionGuid),Ressourcengruppe (ResourceGroup),ResourceLocation,UsageDateTime,\
                MeterCategory,MeterSubcategory,MeterId,MeterName,MeterRegion,UsageQuantity,ResourceRate,PreTaxCost,\
                ConsumedService,ResourceType,InstanceId,Tags,OfferId,AdditionalInfo,ServiceInfo1,ServiceInfo2,ServiceName,\
                ServiceTier,Currency,Maßeinheit (UnitOfMeasure)
                %s,rg,US East,2024-09-06,Load Balancer,Standard,m-1,Rules,,3,0.025,%s,Microsoft.Network,\
                Microsoft.Network/loadBalancers,/subscriptions/x/resourceGroups/rg/providers/Microsoft.Network/loadBalancers/k,\
                ,,,,,Load Balancer,Std,EUR,100 Hours
                """.formatted(subscription, cost);
    }

    /** @param count of the rows; -1 where there may be one more for rounding */
    private List<Map<String, String>> check(Scope scope, Role role, String period, int count) throws Exception {
        Person reader = customers.somebodyWith(role, scope);
        UsageRequest request = new UsageRequest(
                scope.id(), PeriodChoice.of(period), UsageFormat.FOCUS_1_2, Dialect.MACHINE, ChargeChoice.ALL);
        UsageFile file = files.open(request, reader);
        byte[] bytes = written(file);
        assertThat(writtenWithoutFacts(request, reader)).isEqualTo(bytes);
        List<Map<String, String>> rows = CsvRows.read(new ByteArrayInputStream(bytes));
        if (count >= 0) {
            assertThat(rows).hasSize(count);
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Map<String, String> row : rows) {
            assertThat(FocusSpec.broken(row)).as(row.toString()).isEmpty();
            sum = sum.add(new BigDecimal(row.get("BilledCost")));
        }
        assertThat(sum)
                .isEqualByComparingTo(file.plan().figures().values().stream()
                        .map(BigDecimal::new)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        return rows;
    }

    private static byte[] written(UsageFile file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        file.writeTo(bytes);
        return bytes.toByteArray();
    }

    /** The same as a file of imports of which nothing is known, where each rule asks each row. */
    private byte[] writtenWithoutFacts(UsageRequest request, Person reader) throws IOException {
        Map<Long, String> facts = new HashMap<>();
        jdbc.sql("select id, column_facts from usage_import where state = 'LIVE' and column_facts is not null")
                .query(row -> {
                    facts.put(row.getLong(1), row.getString(2));
                });
        assertThat(facts).isNotEmpty();
        jdbc.sql("update usage_import set column_facts = null where id in (:ids)")
                .param("ids", facts.keySet())
                .update();
        byte[] written = written(files.open(request, reader));
        facts.forEach((id, known) -> jdbc.sql("update usage_import set column_facts = :facts where id = :id")
                .param("facts", known)
                .param("id", id)
                .update());
        return written;
    }

    private Scope account(AgreementType agreement, String id) {
        return scopes.create(
                new NewScope(null, ScopeKind.BILLING_ACCOUNT, agreement, "Test " + id, id, "EUR", null), operator);
    }

    private UsageImport take(InputStream file) {
        UsageImport done = run(file);
        assertThat(done.state()).as(String.valueOf(done.sentence())).isEqualTo(ImportState.LIVE);
        return done;
    }

    private UsageImport run(InputStream file) {
        return imports.run(file, ImportRequest.of("focus.csv"), operator);
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(FocusConformanceTest.class.getResourceAsStream("/usage/" + name));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
