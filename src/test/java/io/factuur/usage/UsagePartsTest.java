package io.factuur.usage;

import static io.factuur.usage.TestUsage.TestRow.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.TestCustomers;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class UsagePartsTest {

    private static final LocalDate SEPTEMBER = LocalDate.parse("2024-09-01");
    private static final LocalDate OCTOBER = LocalDate.parse("2024-10-01");

    @Autowired
    UsageFiles files;

    @Autowired
    TestUsage usage;

    @Autowired
    TestCustomers customers;

    @Autowired
    JdbcClient jdbc;

    Scope profile;
    Scope lab;
    Scope office;
    Person reader;

    @BeforeEach
    void aProfileWithTwoSubscriptions() {
        Scope account = customers.account(AgreementType.MCA, "Account");
        profile = customers.child(account, ScopeKind.BILLING_PROFILE, "Profile");
        Scope section = customers.child(profile, ScopeKind.INVOICE_SECTION, "Section");
        lab = customers.child(section, ScopeKind.SUBSCRIPTION, "Lab");
        office = customers.child(section, ScopeKind.SUBSCRIPTION, "Office");
        reader = customers.somebodyWith(Role.BILLING_PROFILE_READER, profile);
        usage.deliver(
                profile,
                profile,
                SEPTEMBER,
                OCTOBER,
                List.of(
                        row(lab, 1, "1", "West Europe", "{\"env\": \"prod\",\"team\":\"a\"}", "Rg-One"),
                        row(lab, 2, "2", "West Europe", "{\"env\": \"test\"}", "rg-one"),
                        row(office, 2, "4", "North Europe", "", "rg-two"),
                        row(office, 3, "8.000000000000000001", "", "no json", null)));
    }

    @Test
    void theRowsBehindEachBarAddUpToIt() throws IOException {
        assertPart("region", "", "West Europe", "3", 2);
        assertPart("region", "", "", "8.000000000000000001", 1);
        assertPart("resource-group", "", "rg-one", "3", 2);
        assertPart("tag", "env", "prod", "1", 1);
        assertPart("tag", "env", "", "12.000000000000000001", 2);
        assertPart("service", "", "Storage", "15.000000000000000001", 4);
        assertPart("subscription", "", String.valueOf(office.id()), "12.000000000000000001", 2);
        assertPart("day", "", "2024-09-02", "6", 2);
        assertPart("service", "", "Nothing of the kind", null, 0);
    }

    @Test
    void daysCanBeAskedForAcrossPeriods() throws IOException {
        usage.deliver(profile, profile, OCTOBER, OCTOBER.plusMonths(1), List.of(row(lab, 30, "16", "", "", "rg")));
        UsageFile file = open("2024-09-02/2024-10-01", null, null, null, "actual");

        assertThat(file.plan().figures()).containsExactly(Map.entry("EUR", "30.000000000000000001"));
        assertThat(read(file)).hasSize(4);
        assertThat(file.name()).contains("20240902-20241001");
        assertThatThrownBy(() -> open("2024-09-02/2024-09-01", null, null, null, "actual"))
                .isInstanceOf(Problem.class);
    }

    @Test
    void marketplaceChargesStandApart() throws IOException {
        usage.deliver(
                profile,
                profile,
                SEPTEMBER,
                OCTOBER,
                List.of(of(lab, SEPTEMBER, "32", "publisher_name", "Contoso", "service_name", "Appliance")));
        assertPart("marketplace", "", null, "32", 1);
    }

    @Test
    void theAmortizedFileTakesWhatAnAmortizedDeliveryBrought() throws IOException {
        long beside = usage.deliver(
                profile,
                profile,
                SEPTEMBER,
                OCTOBER,
                List.of(of(lab, SEPTEMBER, "5", "effective_cost", "5", "charge_category", "Usage")));
        jdbc.sql("update usage_delivery set state = 'AMORTIZED', amortized = true where id = :id")
                .param("id", beside)
                .update();

        List<Map<String, String>> amortized = read(open("2024-09", null, null, null, "amortized"));
        List<Map<String, String>> actual = read(open("2024-09", null, null, null, "actual"));

        assertThat(amortized)
                .extracting(row -> row.get("costInBillingCurrency"))
                .containsExactly("5");
        assertThat(actual).hasSize(4);
    }

    @Test
    void withoutAnAmortizedDeliveryEachRowHasItsEffectiveCost() throws IOException {
        LocalDate november = OCTOBER.plusMonths(1);
        usage.deliver(
                profile,
                profile,
                OCTOBER,
                november,
                List.of(
                        of(lab, OCTOBER, "365", "effective_cost", "0", "charge_category", "Purchase"),
                        of(lab, OCTOBER, "0", "effective_cost", "1")));
        assertThat(read(open("2024-10", null, null, null, "amortized")))
                .extracting(row -> row.get("costInBillingCurrency"))
                .containsExactly("0", "1");
    }

    @Test
    void aNumberThatCameInComesOutAgainUnlessTheChargesAreOpen() throws IOException {
        LocalDate november = OCTOBER.plusMonths(1);
        usage.deliver(profile, profile, OCTOBER, november, List.of(of(lab, OCTOBER, "1", "invoice_id", "G0123")));
        for (String charges : List.of("all", "open")) {
            UsageFile file = files.open(
                    UsageRequest.of(new UsageOrder(
                            String.valueOf(profile.id()), "2024-10", null, null, charges, null, null, null, null)),
                    reader);
            assertThat(read(file).getFirst()).containsEntry("invoiceId", charges.equals("open") ? "" : "G0123");
        }
    }

    private void assertPart(String by, String tag, @Nullable String value, @Nullable String sum, int rows)
            throws IOException {
        UsageFile file = open("2024-09", by, tag, value, "actual");
        assertThat(file.rows()).as(by + " " + value).isEqualTo(rows);
        assertThat(file.plan().figures()).isEqualTo(sum == null ? Map.of() : Map.of("EUR", sum));
        assertThat(read(file)).hasSize(rows);
        assertThat(file.plan().forGood()).isFalse();
    }

    private UsageFile open(
            String period, @Nullable String by, @Nullable String tag, @Nullable String value, String metric) {
        return files.open(
                UsageRequest.of(
                        new UsageOrder(String.valueOf(profile.id()), period, null, null, null, metric, by, tag, value)),
                reader);
    }

    private static TestUsage.TestRow row(
            Scope subscription, int day, String cost, String region, String tags, @Nullable String group) {
        return of(
                subscription,
                SEPTEMBER.plusDays(day - 1L),
                cost,
                "service_name",
                "Storage",
                "effective_cost",
                cost,
                "region_name",
                region,
                "tags",
                tags,
                "extra",
                group == null ? "{}" : "{\"ResourceGroup\":\"" + group + "\"}");
    }

    private static List<Map<String, String>> read(UsageFile file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        file.writeTo(bytes);
        return CsvRows.read(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
