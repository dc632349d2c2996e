package io.factuur.bench;

import io.factuur.Application;
import io.factuur.access.Assignments;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.NewScope;
import io.factuur.scope.Scope;
import io.factuur.scope.Scopes;
import io.factuur.security.People;
import io.factuur.security.Person;
import io.factuur.shared.EmailAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole application on an empty database, and medians of alternating rounds. */
final class Bench implements AutoCloseable {

    private static final PrintStream OUT = System.out;

    /** Something that is timed. */
    interface Step {
        void run() throws Exception;
    }

    final ConfigurableApplicationContext application;
    final JdbcClient jdbc;
    final boolean postgres;
    final Person operator;
    private final @Nullable EmbeddedPostgres server;
    private final Map<String, List<Long>> times = new LinkedHashMap<>();

    private Bench(ConfigurableApplicationContext application, @Nullable EmbeddedPostgres server, boolean postgres) {
        this.application = application;
        this.server = server;
        this.postgres = postgres;
        this.jdbc = application.getBean(JdbcClient.class);
        this.operator = application
                .getBean(People.class)
                .register("bench", "Bench", new EmailAddress("bench@example.com"), "bench", true);
    }

    /** @param database {@code h2} or {@code postgresql} */
    static Bench on(String database, Class<?>... more) throws Exception {
        Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target/bench")), database)
                .toAbsolutePath();
        if (database.equals("postgresql")) {
            EmbeddedPostgres server = EmbeddedPostgres.builder().start();
            return new Bench(start(server.getJdbcUrl("postgres", "postgres"), home, more), server, true);
        }
        String url = "jdbc:h2:file:" + home + "/factuur;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                + "CASE_INSENSITIVE_IDENTIFIERS=TRUE;DEFAULT_NULL_ORDERING=HIGH;"
                + "QUERY_CACHE_SIZE=100";
        return new Bench(start(url, home, more), null, false);
    }

    private static ConfigurableApplicationContext start(String url, Path home, Class<?>... more) {
        return new SpringApplicationBuilder(Application.class)
                .sources(more)
                .run(
                        "--spring.datasource.url=" + url,
                        "--factuur.data-dir=" + home,
                        "--server.port=0",
                        "--factuur.documents.print-every=1h",
                        "--logging.level.root=warn",
                        "--spring.main.banner-mode=off");
    }

    Scope account(AgreementType agreement) {
        return account(agreement, "bench-0001");
    }

    Scope account(AgreementType agreement, String number) {
        return application
                .getBean(Scopes.class)
                .create(
                        new NewScope(null, ScopeKind.BILLING_ACCOUNT, agreement, "Bench", number, "EUR", since()),
                        operator);
    }

    Scope child(Scope parent, ScopeKind kind, int no) {
        return application
                .getBean(Scopes.class)
                .create(new NewScope(parent.id(), kind, null, "Bench " + no, "bench-" + no, "EUR", since()), operator);
    }

    Person with(Role role, Scope scope) {
        Person somebody = application
                .getBean(People.class)
                .register("reader", "Reader", new EmailAddress("reader@example.com"), "reader", false);
        application.getBean(Assignments.class).assign(scope.id(), "reader", role, operator);
        return somebody;
    }

    static Instant since() {
        return Instant.parse("2020-01-01T00:00:00Z");
    }

    /** One invoice of a scope for each number from 1, over ten years, each over another amount. */
    void invoices(Scope scope, long count) {
        jdbc.sql("insert into issuer_snapshot (fingerprint, content) values ('bench', :issuer)")
                .param("issuer", "{\"name\":\"Bench\",\"address\":[],\"vatId\":\"\",\"registration\":\"\",\"email\":\"\","
                        + "\"phone\":\"\",\"website\":\"\",\"bank\":\"\",\"iban\":\"\",\"bic\":\"\",\"taxRate\":0,"
                        + "\"paymentTermDays\":30,\"numberPrefix\":\"F\",\"language\":\"en\",\"ownPublishers\":[]}")
                .update();
        String numbers = postgres ? "generate_series(1, :count) as g(x)" : "system_range(1, :count) as g(x)";
        jdbc.sql("""
                insert into invoice (id, number, series, series_year, series_no, scope_id, root_id, agreement, scope_name,
                    invoice_type, document_type, period_start, period_end, invoice_date, due_date, payment_term_days,
                    issuer_id, customer, issued_at, currency, exact_cost, rounding, charges, prepayment, credit,
                    free_credit, subtotal, tax_rate, tax, total, state, amount_due)
                select x, 'B-' || cast(x as varchar), 'B', 2026, x, :scope, :root, 'MCA', 'Bench', 'SERVICES', 'INVOICE',
                    date '2016-01-01' + cast(mod(x, 3600) as int), date '2016-02-01' + cast(mod(x, 3600) as int),
                    date '2016-02-05' + cast(mod(x, 3600) as int), date '2016-03-05' + cast(mod(x, 3600) as int), 30,
                    (select min(id) from issuer_snapshot), '{"name": "Bench"}', current_timestamp, 'EUR',
                    mod(x * 7919, 100003), 0, mod(x * 7919, 100003), 0, 0, 0, mod(x * 7919, 100003), 0, 0,
                    mod(x * 7919, 100003), case when mod(x, 5) = 0 then 'OPEN' else 'PAID' end,
                    case when mod(x, 5) = 0 then mod(x * 7919, 100003) else 0 end
                from %s
                """.formatted(numbers))
                .param("scope", scope.id())
                .param("root", scope.rootId())
                .param("count", count)
                .update();
        jdbc.sql("""
                insert into invoice_line (invoice_id, line_no, section_name, service_name, service_category,
                    charge_category, publisher_name, exact_cost, amount)
                select id, 1, 'Bench', 'Machines', 'Compute', 'Usage', 'Cloud', charges, charges from invoice
                """).update();
        jdbc.sql("update invoice_range set next_id = :next")
                .param("next", count + 1)
                .update();
    }

    void execute(String sql) {
        application.getBean(JdbcTemplate.class).execute(sql);
    }

    void time(String name, Step step) throws Exception {
        long start = System.nanoTime();
        step.run();
        times.computeIfAbsent(name, none -> new ArrayList<>()).add(System.nanoTime() - start);
    }

    long median(String name) {
        List<Long> taken = Objects.requireNonNull(times.get(name));
        return taken.stream().sorted().skip(taken.size() / 2).findFirst().orElseThrow();
    }

    void print() {
        times.keySet()
                .forEach(name -> OUT.printf(Locale.ROOT, "%-60s %10.2f ms%n", name, median(name) / 1e6));
    }

    static void say(String format, Object... arguments) {
        OUT.printf(Locale.ROOT, format + "%n", arguments);
    }

    @Override
    public void close() throws Exception {
        application.close();
        if (server != null) {
            server.close();
        }
    }
}
