package io.factuur.delivery.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.IntegrationTest;
import io.factuur.TestApi;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.invoice.InvoiceRow;
import io.factuur.invoice.TestInvoices;
import io.factuur.scope.Scope;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class ReceiptApiTest {

    @Autowired
    TestApi api;

    @Autowired
    TestScopes scopes;

    @Autowired
    TestInvoices made;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aMailIsSentAgainByItsOwnInvoiceOnly() {
        Scope profile = scopes.child(scopes.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        InvoiceRow own = mailed(profile);
        InvoiceRow foreign = mailed(scopes.child(scopes.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE));
        Person contributor = made.with(Role.BILLING_PROFILE_CONTRIBUTOR, profile);
        TestApi.Program program = api.as(contributor);

        program.post(again(own, foreign), "").hasStatus(404);
        program.post(again(foreign, foreign), "").hasStatus(404);
        assertThat(refusals(contributor)).isEqualTo(2);
        assertThat(state(foreign)).isEqualTo("ACCEPTED");

        program.post(again(own, own), "").hasStatus(202);
        assertThat(state(own)).isEqualTo("QUEUED");
    }

    private InvoiceRow mailed(Scope profile) {
        InvoiceRow invoice = made.issued(profile, BillingPeriod.month(YearMonth.of(2024, 9)), "10");
        made.mailed(invoice);
        return invoice;
    }

    private String again(InvoiceRow invoice, InvoiceRow mailedOne) {
        long receipt = jdbc.sql("select id from mail_outbox where subject = ?")
                .param(mailedOne.number())
                .query(Long.class)
                .single();
        return "/api/v1/invoices/" + invoice.number() + "/receipts/" + receipt + "/resend";
    }

    private String state(InvoiceRow invoice) {
        return jdbc.sql("select state from mail_outbox where subject = ?")
                .param(invoice.number())
                .query(String.class)
                .single();
    }

    private int refusals(Person person) {
        return jdbc.sql("select count(*) from audit_entry where actor = ? and outcome = 'REFUSED'")
                .param(person.username())
                .query(Integer.class)
                .single();
    }
}
