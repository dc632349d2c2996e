package io.factuur.invoice.api;

import io.factuur.api.MoneyJson;
import io.factuur.api.Page;
import io.factuur.invoice.BillingRun;
import io.factuur.invoice.BillingRuns;
import io.factuur.invoice.InvoiceRow;
import io.factuur.invoice.InvoiceStatus;
import io.factuur.invoice.Invoices;
import io.factuur.scope.Scopes;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.shared.Money;
import io.factuur.shared.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/billing-runs")
class BillingRunController {

    private final BillingRuns runs;
    private final Invoices invoices;
    private final Scopes scopes;
    private final CurrentPerson me;

    BillingRunController(BillingRuns runs, Invoices invoices, Scopes scopes, CurrentPerson me) {
        this.runs = runs;
        this.invoices = invoices;
        this.scopes = scopes;
        this.me = me;
    }

    record Asked(@Nullable String billingAccount, @Nullable String period) {}

    @PostMapping
    RunJson close(@RequestBody Asked asked) {
        Person person = me.get();
        long scope = scopes.named(required("billingAccount", asked.billingAccount()), person)
                .id();
        return json(runs.close(scope, required("period", asked.period()), person), 0, Page.LARGEST, person);
    }

    @GetMapping
    Page<RunJson> list(
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long cursor,
            @RequestParam(defaultValue = "100") int limit) {
        return Page.of(size -> runs.list(cursor, size, me.get()), limit, run -> RunJson.of(run, null), BillingRun::id);
    }

    @GetMapping("/{id}")
    RunJson get(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long cursor,
            @RequestParam(defaultValue = "" + Page.LARGEST) int limit) {
        Person person = me.get();
        return json(runs.get(id, person), cursor, limit, person);
    }

    private RunJson json(BillingRun run, long cursor, int limit, Person person) {
        return RunJson.of(
                run,
                Page.of(size -> invoices.ofRun(run.id(), cursor, size, person), limit, IssuedJson::of, InvoiceRow::id));
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid("problem.field-missing", field);
        }
        return value.strip();
    }

    /** @param next where the list of invoices goes on, as the cursor of {@code GET /billing-runs/{id}} */
    record RunJson(
            String id,
            String billingAccount,
            String billingAccountName,
            String period,
            Instant startedAt,
            long count,
            @Nullable List<IssuedJson> invoices,
            @Nullable String next) {

        static RunJson of(BillingRun run, @Nullable Page<IssuedJson> page) {
            return new RunJson(
                    String.valueOf(run.id()),
                    String.valueOf(run.scopeId()),
                    run.scopeName(),
                    run.period(),
                    run.startedAt(),
                    run.invoices(),
                    page == null ? null : page.items(),
                    page == null ? null : page.next());
        }
    }

    record IssuedJson(
            String number,
            String scope,
            String scopeName,
            String currency,
            MoneyJson charges,
            MoneyJson subtotal,
            MoneyJson tax,
            MoneyJson total,
            InvoiceStatus status) {

        static IssuedJson of(InvoiceRow row) {
            return new IssuedJson(
                    row.number(),
                    String.valueOf(row.scopeId()),
                    row.scopeName(),
                    row.figures().currency().getCurrencyCode(),
                    money(row, row.figures().charges()),
                    money(row, row.figures().subtotal()),
                    money(row, row.figures().tax()),
                    money(row, row.figures().total()),
                    row.status());
        }

        private static MoneyJson money(InvoiceRow row, BigDecimal value) {
            return MoneyJson.of(new Money(row.figures().currency(), value));
        }
    }
}
