package io.factuur.invoice;

import io.factuur.TestPeople;
import io.factuur.access.Assignments;
import io.factuur.agreement.Role;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.usage.TestUsage;
import io.factuur.usage.TestUsage.TestRow;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Usage of a period and the invoices that its closing makes. */
@Component
@Profile("test")
public class TestInvoices {

    private final TestUsage usage;
    private final TestPeople people;
    private final BillingRuns runs;
    private final Invoices invoices;
    private final Assignments assignments;
    private final JdbcClient jdbc;
    private final Issuer issuer;

    TestInvoices(
            TestUsage usage,
            TestPeople people,
            BillingRuns runs,
            Invoices invoices,
            Assignments assignments,
            JdbcClient jdbc,
            Issuer issuer) {
        this.usage = usage;
        this.people = people;
        this.runs = runs;
        this.invoices = invoices;
        this.assignments = assignments;
        this.jdbc = jdbc;
        this.issuer = issuer;
    }

    /** Takes back what was changed of the company's details: the settings count again. */
    public void issuerAsInTheSettings() {
        jdbc.sql("delete from issuer_details").update();
        issuer.forget();
    }

    /** Uses something on the first day of a period. */
    public void used(Scope scope, BillingPeriod period, String... costs) {
        usage.deliver(
                scope,
                scope,
                period.start(),
                period.end(),
                Arrays.stream(costs)
                        .map(cost -> TestRow.of(
                                scope,
                                period.start(),
                                cost,
                                "service_name",
                                "Storage",
                                "service_category",
                                "Storage",
                                "publisher_name",
                                "Microsoft",
                                "charge_description",
                                "Hot LRS Data Stored",
                                "pricing_unit",
                                "1 GB",
                                "pricing_quantity",
                                "12.5",
                                "contracted_unit_price",
                                "8"))
                        .toList());
    }

    /** Closes a scope's period. */
    public List<InvoiceRow> close(Scope scope, BillingPeriod period) {
        Person operator = people.operator();
        BillingRun run = runs.close(scope.id(), period.code(), operator);
        return invoices.ofRun(run.id(), 0, 1_000, operator);
    }

    /** Uses, closes and hands out the one invoice. */
    public InvoiceRow issued(Scope scope, BillingPeriod period, String... costs) {
        used(scope, period, costs);
        return close(scope, period).getLast();
    }

    /** As if it had been mailed to somebody who is no longer known, so that there is a receipt. */
    public void mailed(InvoiceRow invoice) {
        jdbc.sql("""
                insert into mail_outbox (kind, subject, scope_id, address_key, message_id, state, language, content,
                    next_attempt_at, created_at, accepted_at)
                values ('INVOICE', :number, :scope, 'somebody', :message, 'ACCEPTED', 'en', 'PDF',
                    current_timestamp, current_timestamp, current_timestamp)
                """)
                .param("number", invoice.number())
                .param("scope", invoice.scopeId())
                .param("message", UUID.randomUUID().toString())
                .update();
    }

    /** A new person with a role at a scope. */
    public Person with(Role role, Scope scope) {
        Person somebody = people.somebody();
        assignments.assign(scope.id(), somebody.username(), role, people.operator());
        return somebody;
    }

    /** Says on which terms a scope is billed, as its properties would. */
    public void terms(Scope scope, String column, Object value) {
        jdbc.sql("insert into scope_properties (scope_id, " + column + ") values (:scope, :value)")
                .param("scope", scope.id())
                .param("value", value)
                .update();
    }

    /** Turns "Access to invoice" on. */
    public void share(Scope subscription) {
        jdbc.sql("update scope set access_to_invoice = true where id = :scope")
                .param("scope", subscription.id())
                .update();
    }
}
