package io.factuur.usage.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.Html;
import io.factuur.TestClock;
import io.factuur.TestCustomers;
import io.factuur.UiTest;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Operation;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.ui.PageHeader;
import io.factuur.usage.TestCharges;
import io.factuur.usage.ui.DownloadDialog.What;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class EnterpriseUsageViewTest extends UiTest {

    @Autowired
    TestCustomers customers;

    @Autowired
    TestCharges charges;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private Scope enrollment;
    private Scope department;

    @BeforeEach
    void aMonth() {
        clock.setTo(Instant.parse("2024-10-10T12:00:00Z"));
        enrollment = customers.account(AgreementType.EA, "Enrollment");
        department = customers.child(enrollment, ScopeKind.DEPARTMENT, "Department");
        Scope other = customers.child(enrollment, ScopeKind.DEPARTMENT, "Other");
        charges.delivered(enrollment, BillingPeriod.month(YearMonth.of(2024, 9)), "EUR")
                .used(department, "Compute", "Usage", "100.004", "Microsoft")
                .used(other, "Compute", "Usage", "50", "Microsoft")
                .used(other, "Compute", "Credit", "-170", "Microsoft")
                .used(other, "Reservation", "Purchase", "365", "Microsoft")
                .used(department, "Appliance", "Usage", "7", "Contoso");
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void eachMonthIsTakenApart() {
        signIn(customers.somebodyWith(Role.ENTERPRISE_ADMINISTRATOR, enrollment));
        EnterpriseUsageView view = open("billing/" + enrollment.id() + "/usage", EnterpriseUsageView.class);
        assertThat(GridKt._getFormattedRow(_get(MonthGrid.class), 0).getFirst())
                .as("where a column has no room, its part stands under the month, unless it is nothing")
                .contains("September 2024", "Charges against credits: 150.00", "20.00")
                .doesNotContain("Service overage");
        assertThat(GridKt._getFormattedRow(_get(MonthGrid.class), 0).subList(1, 7))
                .containsExactly(
                        "150.00\u00a0EUR",
                        "0.00\u00a0EUR",
                        "365.00\u00a0EUR",
                        "7.00\u00a0EUR",
                        "522.00\u00a0EUR",
                        "20.00\u00a0EUR");
        DownloadDialog dialog = view.open(
                enrollment,
                GridKt._get(_get(MonthGrid.class), 0),
                Set.of(Operation.DOWNLOAD_USAGE, Operation.DOWNLOAD_PRICES));
        assertThat(dialog.what.getListDataView().getItems()).containsExactly(What.values());
        dialog.what.setValue(What.BALANCE);
        assertThat(dialog.preview.getElement().getTextRecursively()).contains("figures of the period's row");
        assertThat(_find(Html.class, spec -> spec.withClasses("preview-scroll")))
                .isEmpty();
    }

    @Test
    void aMonthWithoutAnInvoiceSaysWhyThereIsNone() {
        signIn(customers.somebodyWith(Role.ENTERPRISE_ADMINISTRATOR, enrollment));
        jdbc.sql("""
                insert into closed_period (scope_id, period_start, period_end, closed_at)
                values (:id, date '2024-09-01', date '2024-10-01', current_timestamp)
                """).param("id", enrollment.id()).update();
        open("billing/" + enrollment.id() + "/usage");
        assertThat(GridKt._getFormattedRow(_get(MonthGrid.class), 0).getFirst())
                .contains("No invoice: all of it was paid beforehand");
    }

    @Test
    void aDepartmentSeesItsOwnPartOnceThePolicyIsOn() {
        Person admin = customers.somebodyWith(Role.DEPARTMENT_ADMINISTRATOR, department);
        signIn(admin);
        open("billing/" + department.id() + "/usage");
        assertThat(_find(EnterpriseUsageView.class)).isEmpty();

        jdbc.sql("update scope set department_admin_view_charges = true where id = :id")
                .param("id", enrollment.id())
                .update();
        open("billing/" + department.id() + "/usage");
        assertThat(GridKt._getFormattedRow(_get(MonthGrid.class), 0).getFirst()).contains("September 2024");
        assertThat(GridKt._getFormattedRow(_get(MonthGrid.class), 0).subList(1, 7))
                .containsExactly(
                        "0.00\u00a0EUR",
                        "100.00\u00a0EUR",
                        "0.00\u00a0EUR",
                        "7.00\u00a0EUR",
                        "107.00\u00a0EUR",
                        "0.00\u00a0EUR");
        assertThat(_get(PageHeader.class).getElement().getTextRecursively()).contains("Usage + charges");
    }

    @Test
    void otherAgreementsHaveNoSuchPage() {
        Scope account = customers.account(AgreementType.MCA, "Account");
        signIn(customers.somebodyWith(Role.BILLING_ACCOUNT_OWNER, account));
        open("billing/" + account.id() + "/usage");
        assertThat(_find(EnterpriseUsageView.class)).isEmpty();
    }
}
