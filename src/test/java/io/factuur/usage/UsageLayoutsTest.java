package io.factuur.usage;

import static io.factuur.usage.TestUsage.TestRow.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.IntegrationTest;
import io.factuur.TestPeople;
import io.factuur.access.Assignments;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.invoice.BillingRuns;
import io.factuur.scope.NewScope;
import io.factuur.scope.Scope;
import io.factuur.scope.Scopes;
import io.factuur.security.Person;
import io.factuur.usage.TestUsage.TestRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whole files, compared with those in {@code src/test/resources/usage}; run with -Dgolden.write=true to draw them anew. */
@IntegrationTest
class UsageLayoutsTest {

    private static final LocalDate SEPTEMBER = LocalDate.parse("2024-09-01");
    private static final LocalDate OCTOBER = LocalDate.parse("2024-10-01");

    @Autowired
    UsageFiles files;

    @Autowired
    TestUsage usage;

    @Autowired
    Scopes scopes;

    @Autowired
    Assignments assignments;

    @Autowired
    TestPeople people;

    @Autowired
    BillingRuns runs;

    @Autowired
    JdbcClient jdbc;

    Person operator;
    Person reader;

    @BeforeEach
    void somebody() {
        operator = people.operator();
        reader = people.somebody();
    }

    @Test
    void customerAgreement() throws IOException {
        Scope profile = profile();
        Scope section = create(profile, ScopeKind.INVOICE_SECTION, null, "SEC-1", "Research");
        Scope subscription = create(section, ScopeKind.SUBSCRIPTION, null, "8a6c-sub", "Lab");
        usage.deliver(profile, profile, SEPTEMBER, OCTOBER, rows(subscription));

        assertLooksLike("mca.csv", profile, UsageFormat.NATIVE, Dialect.MACHINE);
        assertLooksLike("mca-excel-nl.csv", profile, UsageFormat.NATIVE, Dialect.of("excel-nl"));
        assertLooksLike("focus-excel-nl.csv", profile, UsageFormat.FOCUS_1_2, Dialect.of("excel-nl"));
        assertLooksLike("focus-excel-en.csv", profile, UsageFormat.FOCUS_1_2, Dialect.of("excel-en"));
    }

    @Test
    void enterpriseAgreement() throws IOException {
        Scope enrollment = create(null, ScopeKind.BILLING_ACCOUNT, AgreementType.EA, "8611537", "Trey Research");
        Scope department = create(enrollment, ScopeKind.DEPARTMENT, null, "D-7", "Chemistry");
        Scope account = create(department, ScopeKind.ENROLLMENT_ACCOUNT, null, "acc-9", "Lab account");
        Scope subscription = create(account, ScopeKind.SUBSCRIPTION, null, "8a6c-sub", "Lab");
        assignments.assign(enrollment.id(), reader.username(), Role.ENTERPRISE_ADMINISTRATOR, operator);
        usage.deliver(enrollment, enrollment, SEPTEMBER, OCTOBER, rows(subscription));

        assertLooksLike("ea.csv", enrollment, UsageFormat.NATIVE, Dialect.MACHINE);
    }

    @Test
    void onlineServicesProgram() throws IOException {
        Scope account = create(null, ScopeKind.BILLING_ACCOUNT, AgreementType.MOSP, "mosp-1", "Somebody");
        Scope subscription = create(account, ScopeKind.SUBSCRIPTION, null, "8a6c-sub", "Lab");
        assignments.assign(account.id(), reader.username(), Role.ACCOUNT_ADMINISTRATOR, operator);
        usage.deliver(account, subscription, SEPTEMBER, OCTOBER, rows(subscription));

        assertLooksLike("mosp.csv", subscription, UsageFormat.NATIVE, Dialect.MACHINE);
        assertLooksLike("mosp-excel-nl.csv", subscription, UsageFormat.NATIVE, Dialect.of("excel-nl"));
    }

    @Test
    void theInvoiceNumberAndTheRoundingAreInTheFileOfTheInvoice() throws IOException {
        Scope profile = profile();
        Scope section = create(profile, ScopeKind.INVOICE_SECTION, null, "SEC-1", "Research");
        Scope subscription = create(section, ScopeKind.SUBSCRIPTION, null, "8a6c-sub", "Lab");
        usage.deliver(profile, profile, SEPTEMBER, OCTOBER, rows(subscription));
        runs.close(profile.id(), "2024-09", operator);
        String number = jdbc.sql("select number from invoice where scope_id = :id")
                .param("id", profile.id())
                .query(String.class)
                .single();

        for (UsageFormat format : UsageFormat.values()) {
            List<String> lines = text(profile, format, Dialect.MACHINE, ChargeChoice.BILLED)
                    .lines()
                    .filter(line -> line.contains(number))
                    .toList();
            assertThat(lines).hasSize(4);
            assertThat(lines.getLast()).contains("0.0049999").contains("Rounding adjustment");
        }
        assertThat(text(profile, UsageFormat.NATIVE, Dialect.MACHINE, ChargeChoice.OPEN)
                        .lines())
                .hasSize(1);
    }

    /** One row as FOCUS gives it, one with what an Azure file had besides, one meant to do harm. */
    private static List<TestRow> rows(Scope subscription) {
        return List.of(
                of(subscription, SEPTEMBER.plusDays(17), "1.2050001", STORAGE),
                of(subscription, SEPTEMBER.plusDays(18), "-0.75", AZURE),
                of(subscription, SEPTEMBER.plusDays(19), "0.10", HARM));
    }

    private static final String[] STORAGE = {
        "billing_account_name", "Trey Research",
        "billing_period_start", "2024-09-01T00:00:00Z",
        "billing_period_end", "2024-10-01T00:00:00Z",
        "charge_frequency", "Usage-Based",
        "charge_description", "Hot LRS data stored",
        "consumed_quantity", "12.5",
        "consumed_unit", "GB",
        "contracted_unit_price", "0.096400008",
        "effective_cost", "1.2050001",
        "list_cost", "2.5",
        "list_unit_price", "0.2",
        "pricing_category", "Standard",
        "pricing_quantity", "12.5",
        "pricing_unit", "GB",
        "provider_name", "Microsoft",
        "publisher_name", "Microsoft",
        "region_id", "westeurope",
        "region_name", "West Europe",
        "resource_id", "/subscriptions/8a6c-sub/resourceGroups/lab-rg/providers/Microsoft.Storage/x/lab",
        "resource_name", "lab",
        "service_category", "Storage",
        "service_name", "Storage Accounts",
        "sku_id", "DZH318Z0BNVP",
        "sku_meter", "Hot LRS",
        "sub_account_name", "Lab",
        "tags", "{\"env\": \"prod\",\"org\": \"trey\"}"
    };

    private static final String[] AZURE = {
        "billing_period_start", "2024-09-01T00:00:00Z",
        "billing_period_end", "2024-10-01T00:00:00Z",
        "charge_category", "Purchase",
        "charge_class", "Correction",
        "charge_frequency", "One-Time",
        "pricing_category", "Committed",
        "commitment_discount_id", "res-1",
        "commitment_discount_type", "Reservation",
        "pricing_currency", "USD",
        "publisher_name", "Contoso",
        "provider_name", "Microsoft",
        "extra",
                "{\"CostCenter\":\"ACM9000\",\"MeterCategory\":\"Virtual Machines\",\"IsAzureCreditEligible\":\"True\","
                        + "\"exchangeRateDate\":\"9/1/2024\",\"EXCHANGERATEPRICINGTOBILLING\":\"0.858663918942126052\","
                        + "\"EffectivePrice\":\"5.64902E-05\",\"ServiceInfo1\":\"two\\nlines\"}"
    };

    private static final String[] HARM = {
        "resource_name", "=cmd|' /C calc'!A0",
        "resource_id", "@SUM(1;2)",
        "charge_description", "-5",
        "service_name", "-danger",
        "sku_meter", "\tTab; \"quoted\"",
        "consumed_quantity", "-3",
        "tags", "{\"é\": \"€ Ω\"}"
    };

    private Scope profile() {
        Scope account = create(null, ScopeKind.BILLING_ACCOUNT, AgreementType.MCA, "acc-1", "Trey");
        Scope profile = create(account, ScopeKind.BILLING_PROFILE, null, "8611537", "Trey Research");
        assignments.assign(profile.id(), reader.username(), Role.BILLING_PROFILE_READER, operator);
        return profile;
    }

    private void assertLooksLike(String golden, Scope scope, UsageFormat format, Dialect dialect) throws IOException {
        String text = text(scope, format, dialect, ChargeChoice.ALL);
        Path file = Path.of("src/test/resources/usage", golden);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    private String text(Scope scope, UsageFormat format, Dialect dialect, ChargeChoice charges) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        files.open(new UsageRequest(scope.id(), PeriodChoice.of("2024-09"), format, dialect, charges), reader)
                .writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private Scope create(
            @Nullable Scope parent, ScopeKind kind, @Nullable AgreementType agreement, String externalId, String name) {
        return scopes.create(
                new NewScope(parent == null ? null : parent.id(), kind, agreement, name, externalId, "EUR", null),
                operator);
    }
}
