package io.factuur.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.IntegrationTest;
import io.factuur.TestPeople;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Scope;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers long past in a series of many others': whose invoices they are is found by what is theirs. */
@IntegrationTest
class InvoiceNumbersTest {

    @Autowired
    InvoiceNumbers numbers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestInvoices made;

    @Autowired
    TestScopes scopes;

    @Autowired
    TestPeople people;

    Person reads;
    List<InvoiceRow> old = new ArrayList<>();

    @BeforeEach
    void threeInvoicesFarBehindTheLast() {
        Scope profile = scopes.child(scopes.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        reads = made.with(Role.BILLING_PROFILE_READER, profile);
        jdbc.sql("insert into invoice_series (series, series_year, last_no) values ('ZQ', 1999, 9000)")
                .update();
        for (int i = 1; i <= 3; i++) {
            InvoiceRow row = made.issued(
                    profile, BillingPeriod.month(YearMonth.of(2024, 6).plusMonths(i)), "1" + i);
            old.add(row);
            jdbc.sql("update invoice set series = 'ZQ', series_year = 1999, series_no = :no, number = :number"
                            + " where id = :id")
                    .param("no", 7 * i)
                    .param("number", "ZQ1999-00000%d".formatted(i))
                    .param("id", row.id())
                    .update();
        }
    }

    @AfterEach
    void asTheyWere() {
        for (InvoiceRow row : old) {
            jdbc.sql("update invoice set series = :series, series_year = :year, series_no = :no, number = :number"
                            + " where id = :id")
                    .param("series", row.number().replaceAll("\\d.*", ""))
                    .param("year", Integer.parseInt(row.number().replaceAll("^\\D*(\\d{4}).*", "$1")))
                    .param("no", Long.parseLong(row.number().replaceAll(".*-", "")))
                    .param("number", row.number())
                    .param("id", row.id())
                    .update();
        }
        jdbc.sql("delete from invoice_series where series = 'ZQ'").update();
    }

    @Test
    void theLatestOfOnesOwnComeFirst() {
        assertThat(numbers.visible("zq1999", 2, reads))
                .extracting(InvoiceRow::id)
                .containsExactly(old.get(2).id(), old.get(1).id());
    }

    @Test
    void aNumberIsFoundAmongThem() {
        assertThat(numbers.visible("ZQ1999-000014", 5, reads))
                .extracting(InvoiceRow::id)
                .containsExactly(old.get(1).id());
    }

    @Test
    void whoHoldsNothingFindsNone() {
        assertThat(numbers.visible("zq1999", 5, people.somebody())).isEmpty();
    }
}
