package io.factuur.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.IntegrationTest;
import io.factuur.TestPeople;
import io.factuur.access.Guard;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.ScopeKind;
import io.factuur.audit.AuditLog;
import io.factuur.scope.Scope;
import io.factuur.scope.Scopes;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.usage.PeriodGate;
import io.factuur.usage.TestCharges;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** The process dies at one statement after the other of what a run writes; afterwards the run is simply repeated. */
@IntegrationTest
class BillingRunKilledTest {

    private static final BillingPeriod SEPTEMBER = BillingPeriod.month(YearMonth.of(2024, 9));

    @Autowired
    Candidates candidates;

    @Autowired
    BillingRunStore runStore;

    @Autowired
    PeriodGate gate;

    @Autowired
    InvoiceSeries series;

    @Autowired
    Scopes scopes;

    @Autowired
    Guard guard;

    @Autowired
    ChunkReader reader;

    @Autowired
    IssuerSettings issuer;

    @Autowired
    AuditLog audit;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JsonMapper json;

    @Autowired
    Clock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestScopes trees;

    @Autowired
    TestCharges usage;

    @Autowired
    TestPeople people;

    @Test
    void killedAtAnyStatementTheRepeatedRunIssuesEachInvoiceOnceWithoutGap() {
        Person operator = people.operator();
        Scope account = trees.account(AgreementType.MCA);
        List<Long> profiles = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Scope profile = trees.child(account, ScopeKind.BILLING_PROFILE);
            profiles.add(profile.id());
            usage.delivered(profile, SEPTEMBER, "USD")
                    .used("Virtual Machines", "1.5")
                    .used("Storage", "0.25");
        }
        int deaths = 0;
        while (!survives(deaths, account, operator)) {
            deaths++;
            assertThat(count("select count(*) from invoice where root_id = " + account.id()))
                    .as("invoices after dying at statement %d", deaths)
                    .isZero();
            assertThat(count("select count(*) from closed_period c join scope s on s.id = c.scope_id where s.root_id = "
                            + account.id()))
                    .isZero();
        }
        assertThat(deaths).isGreaterThan(6);
        assertThat(jdbc.queryForList(
                        "select scope_id from invoice where root_id = " + account.id() + " order by id", Long.class))
                .isEqualTo(profiles);
        assertThat(count("""
                select count(*) from invoice_series s where s.last_no <> (select count(*) from invoice i
                where i.series = s.series and i.series_year = s.series_year)
                """)).isZero();
    }

    /** Runs with a store that dies at its nth statement; false when it did. */
    private boolean survives(int statements, Scope account, Person operator) {
        JdbcTemplate mortal = new Mortal(jdbc, statements);
        NamedParameterJdbcTemplate named = new NamedParameterJdbcTemplate(mortal);
        JdbcClient client = JdbcClient.create(named);
        InvoiceSeries mortalSeries = new InvoiceSeries(client, issuer);
        BillingChunk chunk = new BillingChunk(
                client,
                gate,
                mortalSeries,
                new InvoiceStore(
                        client,
                        new ManyRows(mortal),
                        mortalSeries,
                        new CreditGrants(client, new CreditEntries(client, clock)),
                        () -> issuer,
                        json,
                        clock),
                reader,
                new CreditGrants(client, new CreditEntries(client, clock)),
                audit,
                events,
                transactions);
        BillingRuns runs = new BillingRuns(candidates, runStore, reader, chunk, series, scopes, guard, clock);
        try {
            runs.close(account.id(), "2024-09", operator);
            return true;
        } catch (Killed killed) {
            return false;
        }
    }

    private int count(String sql) {
        Integer count = jdbc.queryForObject(sql, Integer.class);
        return count == null ? 0 : count;
    }

    private static final class Killed extends RuntimeException {}

    /** Executes so many statements and dies after the next one has reached the database. */
    private static final class Mortal extends JdbcTemplate {

        private final AtomicInteger left;

        Mortal(JdbcTemplate template, int statements) {
            super(java.util.Objects.requireNonNull(template.getDataSource()));
            this.left = new AtomicInteger(statements);
        }

        @Override
        protected void handleWarnings(java.sql.Statement statement) throws SQLException {
            super.handleWarnings(statement);
            die();
        }

        @Override
        public <T extends @Nullable Object> T execute(ConnectionCallback<T> action) {
            T done = super.execute(action);
            die();
            return done;
        }

        private void die() {
            if (left.getAndDecrement() == 0) {
                throw new Killed();
            }
        }
    }
}
