package io.factuur.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.IntegrationTest;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Scope;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.usage.ChargeChoice;
import io.factuur.usage.CsvRows;
import io.factuur.usage.Dialect;
import io.factuur.usage.PeriodChoice;
import io.factuur.usage.TestUsage;
import io.factuur.usage.TestUsage.TestRow;
import io.factuur.usage.UsageFile;
import io.factuur.usage.UsageFiles;
import io.factuur.usage.UsageFormat;
import io.factuur.usage.UsageRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What others sold stands on an invoice of its own, and its rows in the usage file say so. */
@IntegrationTest
class MarketplaceRowsTest {

    private static final BillingPeriod SEPTEMBER = BillingPeriod.month(YearMonth.of(2024, 9));
    private static final List<String> OTHERS =
            List.of("id", "number", "series_no", "invoice_type", "exact_cost", "rounding", "charges");

    @Autowired
    TestScopes scopes;

    @Autowired
    TestUsage usage;

    @Autowired
    TestInvoices made;

    @Autowired
    UsageFiles files;

    @Autowired
    Proofs proofs;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void takeAwayWhatNoRunMade() {
        jdbc.sql("delete from invoice where id < 0").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"machine", "excel-en"})
    void eachRowSaysWhichInvoiceItStandsOn(String dialect) throws Exception {
        Scope account = scopes.account(AgreementType.MOSP);
        Scope subscription = scopes.child(account, ScopeKind.SUBSCRIPTION, "2024-08-01");
        Person administrator = made.with(Role.ACCOUNT_ADMINISTRATOR, account);
        usage.deliver(
                subscription,
                subscription,
                SEPTEMBER.start(),
                SEPTEMBER.end(),
                List.of(
                        row(subscription, "1.234", "microsoft"),
                        row(subscription, "5.111", "Contoso"),
                        row(subscription, "2.001", "Microsoft")));
        InvoiceRow services = made.close(subscription, SEPTEMBER).getLast();
        String marketplace = split(services, "3.235", "5.111");

        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (Map<String, String> row : file(subscription, Dialect.of(dialect), administrator)) {
            sums.merge(row.get("InvoiceId"), new BigDecimal(row.get("BilledCost")), BigDecimal::add);
        }

        assertThat(sums.get(services.number())).isEqualByComparingTo("3.24");
        assertThat(sums.get(marketplace)).isEqualByComparingTo("5.11");
        assertThat(sums).hasSize(2);
        assertThat(proofs.of(services.number(), administrator).rows()).isEqualTo(2);
        assertThat(proofs.of(marketplace, administrator).rows()).isEqualTo(1);
    }

    private static TestRow row(Scope subscription, String cost, String publisher) {
        return TestRow.of(
                subscription, SEPTEMBER.start(), cost, "publisher_name", publisher, "service_name", "Storage");
    }

    /** As the run would have made them, had the issuer named its publishers: they do not come from the database. */
    private String split(InvoiceRow services, String own, String others) {
        jdbc.sql("""
                insert into issuer_snapshot (fingerprint, content)
                select 'own ' || i.number, replace(n.content, '"ownPublishers":[]', '"ownPublishers":["Microsoft"]')
                from issuer_snapshot n join invoice i on i.issuer_id = n.id where i.number = :number
                """).param("number", services.number()).update();
        jdbc.sql("""
                update invoice set issuer_id = (select id from issuer_snapshot where fingerprint = 'own ' || number)
                where number = :number
                """).param("number", services.number()).update();
        String columns = String.join(
                ", ",
                jdbc.sql("""
                select lower(column_name) from information_schema.columns
                where lower(table_name) = 'invoice' and lower(table_schema) = 'public'
                """).query(String.class).list().stream()
                        .filter(column -> !OTHERS.contains(column))
                        .toList());
        jdbc.sql("insert into invoice (" + String.join(", ", OTHERS) + ", " + columns + """
                ) select -id, number || '-M', -series_no, 'MARKETPLACE', :cost, :rounding, :charges,\s""" + columns
                        + " from invoice where number = :number")
                .param("number", services.number())
                .param("cost", new BigDecimal(others))
                .param("rounding", new BigDecimal("5.11").subtract(new BigDecimal(others)))
                .param("charges", new BigDecimal("5.11"))
                .update();
        jdbc.sql(
                        "update invoice set exact_cost = :cost, rounding = :rounding, charges = :charges where number = :number")
                .param("number", services.number())
                .param("cost", new BigDecimal(own))
                .param("rounding", new BigDecimal("3.24").subtract(new BigDecimal(own)))
                .param("charges", new BigDecimal("3.24"))
                .update();
        return services.number() + "-M";
    }

    private List<Map<String, String>> file(Scope scope, Dialect dialect, Person reader) throws Exception {
        UsageFile file = files.open(
                new UsageRequest(
                        scope.id(),
                        PeriodChoice.of(SEPTEMBER.start().toString()),
                        UsageFormat.FOCUS_1_2,
                        dialect,
                        ChargeChoice.BILLED),
                reader);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        file.writeTo(bytes);
        byte[] plain = bytes.toByteArray();
        int mark = dialect.forExcel() ? 3 : 0;
        return CsvRows.read(new ByteArrayInputStream(plain, mark, plain.length - mark));
    }
}
