package io.factuur.demo;

import io.factuur.agreement.Condition;
import io.factuur.agreement.ScopeKind;
import io.factuur.invoice.BillingRuns;
import io.factuur.invoice.CreditKind;
import io.factuur.invoice.Credits;
import io.factuur.invoice.InvoiceLife;
import io.factuur.invoice.NewCredit;
import io.factuur.invoice.NewPayment;
import io.factuur.invoice.PaymentMethod;
import io.factuur.scope.NewScope;
import io.factuur.scope.ScopePolicies;
import io.factuur.scope.Scopes;
import io.factuur.security.People;
import io.factuur.security.Person;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets the demo's invoices live: what is prepaid and free, what was paid and what not, what was put right. */
@Component
@Profile("demo")
class DemoInvoices {

    /** A month that is older than what an Account Administrator can share. */
    static final YearMonth OLD_SHOP = YearMonth.of(2016, 11);

    /** So many days before they are due, invoices are paid. */
    private static final int EARLY = 4;

    private final JdbcClient jdbc;
    private final People people;
    private final Scopes scopes;
    private final ScopePolicies policies;
    private final Credits credits;
    private final InvoiceLife life;
    private final BillingRuns runs;

    DemoInvoices(
            JdbcClient jdbc,
            People people,
            Scopes scopes,
            ScopePolicies policies,
            Credits credits,
            InvoiceLife life,
            BillingRuns runs) {
        this.jdbc = jdbc;
        this.people = people;
        this.scopes = scopes;
        this.policies = policies;
        this.credits = credits;
        this.life = life;
        this.runs = runs;
    }

    private record Open(String number, LocalDate dueDate, BigDecimal amountDue) {}

    /** Before the year begins: offers, prepayments, switches. */
    void prepare(LocalDate first, Person operator) {
        sold(DemoScopes.TRIAL, "FREE_TRIAL", null);
        sold(DemoScopes.STUDIO, "MONTHLY_CREDIT", "45");
        sold(DemoScopes.SUPPORT, "SUPPORT_PLAN", null);
        give(DemoScopes.POLDER, CreditKind.PREPAYMENT, "40000", first, operator);
        give(DemoScopes.POLDER, CreditKind.PREPAYMENT, "38000", first.plusMonths(7), operator);
        give(DemoScopes.HAVENSTAD_RESEARCH, CreditKind.CREDIT, "300", first.plusMonths(5), operator);
        give(DemoScopes.DIJKSTRA, CreditKind.PREPAYMENT, "520", first.plusMonths(8), operator);
        policies.change(id(DemoScopes.DIJKSTRA), Map.of(Condition.INVOICE_DOWNLOAD, true), operator);
        runs.close(id(DemoScopes.LEGACY), OLD_SHOP.toString(), operator);
        Person administrator = people.findByUsername("account-admin").orElseThrow();
        policies.change(id(DemoScopes.LEGACY), Map.of(Condition.ACCESS_TO_INVOICE, true), administrator);
    }

    /** Each month, what subscriptions owe is paid when it is due, but for one that is always late. */
    void settle(LocalDate today, Person operator) {
        jdbc.sql("""
                select i.number, i.due_date, i.amount_due from invoice i join scope s on s.id = i.scope_id
                where i.state = 'OPEN' and i.amount_due > 0 and i.due_date <= :day and i.agreement = 'MOSP'
                and s.external_id <> :late order by i.id
                """)
                .param("day", today.plusDays(EARLY))
                .param("late", DemoScopes.STUDIO)
                .query(Open.class)
                .list()
                .forEach(open -> pay(open, operator));
    }

    private void pay(Open open, Person operator) {
        life.pay(
                open.number(),
                new NewPayment(
                        open.dueDate().minusDays(EARLY), null, PaymentMethod.BANK_TRANSFER, "SEPA " + open.number()),
                operator);
    }

    /** After it: payments, reminders to come, mistakes put right. */
    void liveOn(LocalDate today, Person operator) {
        scopes.create(
                new NewScope(
                        id(DemoScopes.VERMEER),
                        ScopeKind.SUBSCRIPTION,
                        null,
                        "Fresh start",
                        "0d9f6a51-3333-4a0e-8a3d-000000000307",
                        "EUR",
                        today.minusDays(9).atTime(9, 0).toInstant(ZoneOffset.UTC)),
                operator);
        YearMonth month = YearMonth.from(today);
        rebill(DemoScopes.HAVENSTAD_RESEARCH, month.minusMonths(6), operator);
        give(month.minusMonths(7), DemoScopes.HAVENSTAD_OPERATIONS, null, operator);
        give(month.minusMonths(5), DemoScopes.DIJKSTRA, "12.50", operator);
        at(DemoScopes.STUDIO, month.minusMonths(4))
                .forEach(
                        open -> life.voided(open.number(), "Billed to the wrong address; a new one follows", operator));
        part(DemoScopes.HAVENSTAD_OPERATIONS, month.minusMonths(2), operator);
        setOff(DemoScopes.HAVENSTAD_RESEARCH, operator);
        List<Open> old = jdbc.sql("""
                select i.number, i.due_date, i.amount_due from invoice i join scope s on s.id = i.scope_id
                where i.state = 'OPEN' and i.amount_due > 0 and i.due_date < :day and i.document_type = 'INVOICE'
                and not (s.external_id in (:late) and i.period_start >= :since) order by i.id
                """)
                .param("day", today)
                .param("late", List.of(DemoScopes.HAVENSTAD_OPERATIONS, DemoScopes.STUDIO))
                .param("since", month.minusMonths(3).atDay(1))
                .query(Open.class)
                .list();
        old.forEach(open -> pay(open, operator));
    }

    private void rebill(String scope, YearMonth period, Person operator) {
        at(scope, period).forEach(open -> {
            life.voided(open.number(), "The purchase order was missing", operator);
            life.rebill(open.number(), "With the purchase order", operator);
        });
    }

    private void give(YearMonth period, String scope, @Nullable String amount, Person operator) {
        at(scope, period)
                .forEach(open -> life.credit(
                        open.number(),
                        amount == null ? null : new BigDecimal(amount),
                        "Compensation for the outage of the storage service",
                        operator));
    }

    private void part(String scope, YearMonth period, Person operator) {
        at(scope, period).forEach(open -> {
            BigDecimal half = open.amountDue().divide(BigDecimal.TWO, 2, RoundingMode.DOWN);
            life.pay(
                    open.number(),
                    new NewPayment(null, half, PaymentMethod.CARD, "First half of " + open.number()),
                    operator);
        });
    }

    /** A part of what the refund left in the customer's favour is set off against the invoice after it. */
    private void setOff(String scope, Person operator) {
        List<String> numbers =
                jdbc.sql("""
                select number from invoice where scope_id = :scope and document_type = 'INVOICE' and state = 'OPEN'
                and period_start >= (select min(period_start) from invoice where scope_id = :scope and amount_due < 0)
                order by period_start fetch first 2 rows only
                """).param("scope", id(scope)).query(String.class).list();
        if (numbers.size() == 2) {
            life.pay(
                    numbers.getLast(),
                    new NewPayment(null, new BigDecimal("300"), PaymentMethod.SETTLEMENT, numbers.getFirst()),
                    operator);
        }
    }

    private List<Open> at(String scope, YearMonth period) {
        return jdbc.sql("""
                select number, due_date, amount_due from invoice
                where scope_id = :scope and period_start >= :from and period_start < :to and amount_due > 0
                and document_type = 'INVOICE' order by id
                """)
                .param("scope", id(scope))
                .param("from", period.atDay(1))
                .param("to", period.plusMonths(1).atDay(1))
                .query(Open.class)
                .list();
    }

    private void sold(String scope, String offer, @Nullable String monthlyCredit) {
        jdbc.sql("insert into scope_properties (scope_id, offer, monthly_credit) values (:scope, :offer, :credit)")
                .param("scope", id(scope))
                .param("offer", offer)
                .param("credit", monthlyCredit == null ? null : new BigDecimal(monthlyCredit))
                .update();
    }

    private void give(String scope, CreditKind kind, String amount, LocalDate from, Person operator) {
        credits.give(
                id(scope),
                new NewCredit(kind, new BigDecimal(amount), from, null, "Agreed with the customer"),
                operator);
    }

    private long id(String externalId) {
        return jdbc.sql("select id from scope where external_id = :id")
                .param("id", externalId)
                .query(Long.class)
                .single();
    }
}
