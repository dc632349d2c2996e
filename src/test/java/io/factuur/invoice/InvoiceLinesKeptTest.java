package io.factuur.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Scope;
import io.factuur.scope.TestScopes;
import io.factuur.shared.BillingPeriod;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever way a database sees to it: no line without its invoice. */
@IntegrationTest
class InvoiceLinesKeptTest {

    private static final long NO_INVOICE = 900_000_000_000L;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestInvoices made;

    @Autowired
    TestScopes scopes;

    InvoiceRow invoice;

    @BeforeEach
    void anInvoice() {
        Scope profile = scopes.child(scopes.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        invoice = made.issued(profile, BillingPeriod.month(YearMonth.of(2024, 9)), "80");
    }

    @Test
    void aLineOfNoInvoiceIsRefused() {
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into invoice_line (invoice_id, line_no, section_name, service_name, service_category,
                            charge_category, publisher_name, exact_cost, amount)
                        select case when x = 2 then :none else :id end, 100 + x, '', '', '', '', '', 0, 0
                        from (values (1), (2), (3)) as g(x)
                        """)
                        .param("none", NO_INVOICE)
                        .param("id", invoice.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(lines()).isEqualTo(1);
    }

    @Test
    void aLineKeepsItsInvoice() {
        assertThatThrownBy(() -> jdbc.sql("update invoice_line set invoice_id = :none where invoice_id = :id")
                        .param("none", NO_INVOICE)
                        .param("id", invoice.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(lines()).isEqualTo(1);
    }

    @Test
    void anInvoiceWithLinesStays() {
        assertThatThrownBy(() -> jdbc.sql("delete from invoice where id = :id")
                        .param("id", invoice.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(lines()).isEqualTo(1);
    }

    private long lines() {
        return jdbc.sql("select count(*) from invoice_line l join invoice i on i.id = l.invoice_id where i.id = :id")
                .param("id", invoice.id())
                .query(Long.class)
                .single();
    }
}
