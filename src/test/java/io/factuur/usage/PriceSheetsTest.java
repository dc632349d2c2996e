package io.factuur.usage;

import static io.factuur.usage.TestUsage.TestRow.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.TestCustomers;
import io.factuur.TestPeople;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.file.PreparedFile;
import io.factuur.file.PreparedFiles;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class PriceSheetsTest {

    private static final LocalDate SEPTEMBER = LocalDate.parse("2024-09-01");
    private static final LocalDate OCTOBER = LocalDate.parse("2024-10-01");

    @Autowired
    PriceSheets sheets;

    @Autowired
    PreparedFiles prepared;

    @Autowired
    TestUsage usage;

    @Autowired
    TestCustomers customers;

    @Autowired
    TestPeople people;

    Scope enrollment;
    Scope department;
    Scope subscription;
    Person admin;

    @BeforeEach
    void aMonthOfAnEnrollment() {
        enrollment = customers.account(AgreementType.EA, "Enrollment");
        department = customers.child(enrollment, ScopeKind.DEPARTMENT, "Department");
        Scope account = customers.child(department, ScopeKind.ENROLLMENT_ACCOUNT, "Account");
        subscription = customers.child(account, ScopeKind.SUBSCRIPTION, "Lab");
        admin = customers.somebodyWith(Role.ENTERPRISE_ADMINISTRATOR, enrollment);
        usage.deliver(
                enrollment,
                enrollment,
                SEPTEMBER,
                OCTOBER,
                List.of(
                        hour("1", "0.096400008"),
                        hour("2", "0.096400008"),
                        hour("3", "0.1"),
                        of(subscription, SEPTEMBER, "-4", "charge_category", "Credit")));
    }

    @Test
    void eachPriceStandsThereOnceWithAllItsDigits() throws IOException {
        UsageFile file = sheets.open(request("machine"), admin);
        List<Map<String, String>> prices = read(file);

        assertThat(file.name()).startsWith("PriceSheet_Enrollment_").endsWith("_202409_en.csv");
        assertThat(prices).extracting(price -> price.get("UnitPrice")).containsExactly("0.096400008", "0.1");
        assertThat(prices.getFirst())
                .hasSize(23)
                .containsEntry("MeterName", "D2 v5")
                .containsEntry("MeterCategory", "Virtual Machines")
                .containsEntry("UnitOfMeasure", "Hours")
                .containsEntry("MarketPrice", "0.2")
                .containsEntry("EffectiveStartDate", "2024-09-01")
                .containsEntry("EffectiveEndDate", "2024-09-30")
                .containsEntry("PriceType", "Consumption");
    }

    @Test
    void itIsPreparedInTheBackgroundToo() throws InterruptedException {
        PreparedFile ordered =
                prepared.order("prices", "{\"scope\":\"%d\",\"period\":\"2024-09\"}".formatted(enrollment.id()), admin);
        for (int i = 0; i < 300 && ordered.state().isUnderWay(); i++) {
            Thread.sleep(50);
            ordered = prepared.get(ordered.id(), admin);
        }
        assertThat(ordered.percent()).isEqualTo(100);
        assertThat(ordered.name()).startsWith("PriceSheet_");
    }

    @Test
    void departmentsDoNotSeeThePricesOfTheEnrollment() {
        Person departmentAdmin = customers.somebodyWith(Role.DEPARTMENT_ADMINISTRATOR, department);
        assertThatThrownBy(() -> sheets.open(request("machine"), departmentAdmin))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> sheets.look(
                        new PriceRequest(department.id(), PeriodChoice.of("2024-09"), Dialect.MACHINE),
                        departmentAdmin))
                .isInstanceOf(Problem.class);
    }

    private TestUsage.TestRow hour(String cost, String price) {
        return of(
                subscription,
                SEPTEMBER,
                cost,
                "service_name",
                "Virtual Machines",
                "sku_meter",
                "D2 v5",
                "pricing_unit",
                "Hours",
                "pricing_category",
                "Standard",
                "contracted_unit_price",
                price,
                "list_unit_price",
                "0.2",
                "billing_period_start",
                "2024-09-01T00:00:00Z",
                "billing_period_end",
                "2024-10-01T00:00:00Z");
    }

    private PriceRequest request(String dialect) {
        return new PriceRequest(enrollment.id(), PeriodChoice.of("2024-09"), Dialect.of(dialect));
    }

    private static List<Map<String, String>> read(UsageFile file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        file.writeTo(bytes);
        return CsvRows.read(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
