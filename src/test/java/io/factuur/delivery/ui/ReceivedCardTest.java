package io.factuur.delivery.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import io.factuur.UiTest;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.invoice.InvoiceRow;
import io.factuur.invoice.TestInvoices;
import io.factuur.scope.Scope;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReceivedCardTest extends UiTest {

    @Autowired
    TestInvoices made;

    @Autowired
    TestScopes scopes;

    @Autowired
    JdbcClient jdbc;

    Scope subscription;
    Scope account;
    InvoiceRow invoice;

    @BeforeEach
    void anInvoice() {
        account = scopes.account(AgreementType.MOSP);
        subscription = scopes.child(account, ScopeKind.SUBSCRIPTION, "2024-01-01");
        invoice = made.issued(subscription, BillingPeriod.month(YearMonth.of(2024, 9)), "100");
    }

    @Test
    void theOwnerSeesOnTheInvoicesPageWhoReceivedIt() {
        Person administrator = made.with(Role.ACCOUNT_ADMINISTRATOR, account);
        assertThat(shownTo(administrator)).contains("Who received it", "It was not mailed to anybody.");

        mailed(administrator);

        assertThat(shownTo(administrator))
                .contains("1 of 1 delivered", administrator.displayName(), "1 Oct 2024")
                .doesNotContain("not mailed");
        _click(_get(Button.class, spec -> spec.withText("Receipts")));
        assertThat(_get(ReceiptDialog.class).getHeaderTitle()).contains(invoice.number());
    }

    @Test
    void whatNeedsSomebodyIsNotHiddenBehindWhatArrived() {
        Person administrator = made.with(Role.ACCOUNT_ADMINISTRATOR, account);
        for (int i = 0; i < 6; i++) {
            mailed(made.with(Role.SUBSCRIPTION_READER, subscription));
        }
        Person lost = made.with(Role.SUBSCRIPTION_READER, subscription);
        mailed(lost, "BOUNCED");
        assertThat(shownTo(administrator)).contains("6 of 7 delivered, 1 needs you", lost.displayName());
    }

    @Test
    void whoeverMayNotSeeToWhomItIsMailedDoesNotSeeWhoReceivedIt() {
        made.share(subscription);
        mailed(made.with(Role.ACCOUNT_ADMINISTRATOR, account));
        assertThat(shownTo(made.with(Role.SUBSCRIPTION_READER, subscription)))
                .contains(invoice.number())
                .doesNotContain("Who received it");
    }

    private String shownTo(Person person) {
        signIn(person);
        open("invoices/" + invoice.number());
        return _get(Main.class).getElement().getTextRecursively();
    }

    private void mailed(Person to) {
        mailed(to, "ACCEPTED");
    }

    private void mailed(Person to, String state) {
        jdbc.sql("""
                insert into mail_outbox (kind, subject, scope_id, address_key, person_id, message_id, state, language,
                    content, next_attempt_at, created_at, accepted_at)
                values ('INVOICE', :number, :scope, :key, :person, :message, :state, 'en', 'PDF', :at, :at, :at)
                """)
                .param("number", invoice.number())
                .param("scope", subscription.id())
                .param("key", "key of " + to.username())
                .param("person", to.id())
                .param("state", state)
                .param("message", UUID.randomUUID().toString())
                .param("at", OffsetDateTime.of(2024, 10, 1, 12, 0, 0, 0, ZoneOffset.UTC))
                .update();
    }
}
