package io.factuur.demo;

import io.factuur.agreement.ScopeKind;
import io.factuur.invoice.BillingRuns;
import io.factuur.scope.Scope;
import io.factuur.scope.Scopes;
import io.factuur.security.People;
import io.factuur.security.Person;
import io.factuur.usage.ImportRequest;
import io.factuur.usage.ImportState;
import io.factuur.usage.UsageImport;
import io.factuur.usage.UsageImports;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Plays a year of the demo's organisations through the same doors that an operator uses: each month its file comes in on
 * the second and the month before is closed on the fifth. The month that runs is left open.
 */
@Component
@Profile("demo")
@Order(2)
class DemoYear implements ApplicationRunner {

    private static final int MONTHS = 12;
    private static final String NOT_PLAYED = "FOCUS sample data";
    private static final Logger LOG = LoggerFactory.getLogger(DemoYear.class);

    private final People people;
    private final Scopes scopes;
    private final DemoScopes tree;
    private final DemoProperties properties;
    private final DemoMail mail;
    private final DemoCorrespondents correspondents;
    private final UsageImports imports;
    private final BillingRuns runs;
    private final DemoInvoices invoices;
    private final DemoClock clock;
    private final Clock real;

    DemoYear(
            People people,
            Scopes scopes,
            DemoScopes tree,
            DemoProperties properties,
            DemoMail mail,
            DemoCorrespondents correspondents,
            UsageImports imports,
            BillingRuns runs,
            DemoInvoices invoices,
            DemoClock clock,
            @Qualifier("clock") Clock real) {
        this.people = people;
        this.scopes = scopes;
        this.tree = tree;
        this.properties = properties;
        this.mail = mail;
        this.correspondents = correspondents;
        this.imports = imports;
        this.runs = runs;
        this.invoices = invoices;
        this.clock = clock;
        this.real = real;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Person operator = people.findByUsername("operator").orElseThrow();
        if (!scopes.list(0, 1, operator).isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(real.instant(), ZoneOffset.UTC);
        YearMonth first = YearMonth.from(today).minusMonths(MONTHS);
        try {
            play(first, today, operator);
            clock.run();
            invoices.liveOn(today, operator);
        } finally {
            clock.run();
        }
        correspondents.begin();
        LOG.info("The demo's year has been played");
    }

    private void play(YearMonth first, LocalDate today, Person operator) {
        standOn(first.atDay(1));
        tree.create(first.atDay(1), operator);
        properties.fill(first.atDay(1), operator);
        YearMonth old = DemoInvoices.OLD_SHOP;
        take(
                old,
                new DemoUsage(old, DemoEstate.oldShop())
                        .file(old, old.plusMonths(1).atDay(1)),
                operator);
        invoices.prepare(first.atDay(1), operator);
        List<Scope> accounts = scopes.list(0, 1_000, operator).stream()
                .map(row -> row.scope())
                .filter(scope -> scope.kind() == ScopeKind.BILLING_ACCOUNT)
                .filter(scope -> !scope.name().equals(NOT_PLAYED))
                .toList();
        DemoUsage usage = new DemoUsage(first, DemoEstate.all());
        for (YearMonth month = first; !month.isAfter(YearMonth.from(today)); month = month.plusMonths(1)) {
            LocalDate arrival = earlier(month.plusMonths(1).atDay(2), today);
            standOn(arrival);
            if (arrival.isAfter(month.atDay(1))) {
                take(month, usage.file(month, earlier(month.plusMonths(1).atDay(1), today)), operator);
            }
            LocalDate closing = month.plusMonths(1).atDay(5);
            if (!closing.isAfter(today)) {
                standOn(closing);
                invoices.settle(closing, operator);
                if (closing.plusMonths(1).isAfter(today)) {
                    mail.optIn();
                }
                close(accounts, month, first, operator);
            }
        }
    }

    private void take(YearMonth month, byte[] file, Person operator) {
        UsageImport taken =
                imports.run(new ByteArrayInputStream(file), ImportRequest.of("usage-" + month + ".csv"), operator);
        if (taken.state() != ImportState.LIVE) {
            throw new IllegalStateException("The demo's own file was refused: " + taken.sentence());
        }
    }

    /** The month, and what of the month before ended only now: periods from a later day of the month. */
    private void close(List<Scope> accounts, YearMonth month, YearMonth first, Person operator) {
        for (Scope account : accounts) {
            if (month.isAfter(first)) {
                runs.close(account.id(), month.minusMonths(1).toString(), operator);
            }
            runs.close(account.id(), month.toString(), operator);
        }
    }

    private void standOn(LocalDate day) {
        clock.standAt(day.atTime(7, 0).toInstant(ZoneOffset.UTC));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
