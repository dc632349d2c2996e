package io.factuur.bench;

import com.vaadin.flow.component.UI;
import io.factuur.access.Assignments;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.scope.Scope;
import io.factuur.security.People;
import io.factuur.security.Person;
import io.factuur.shared.EmailAddress;
import io.factuur.ui.SearchSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is typed into the search of the top bar, through every source as the shell asks them, for the operator, for an
 * owner of all scopes, for a reader of one profile and for somebody without a role.
 */
public final class SearchBench {

    private static final List<String> TYPED = List.of(
            "c",
            "contoso",
            "contsoo",
            "contoso production 4711",
            "prodcution",
            "sub-00004711",
            "zzz nothing",
            "F2020",
            "F2020-000123",
            "2020 000123",
            "4711",
            "download F2020-000123",
            "opt in contoso",
            "");

    private SearchBench() {}

    /** Arguments: scopes, invoices, rounds, {@code h2} or {@code postgresql}. */
    public static void main(String[] args) throws Exception {
        int scopes = Integer.parseInt(args[0]);
        int invoices = Integer.parseInt(args[1]);
        int rounds = Integer.parseInt(args[2]);
        try (Bench bench = Bench.on(args[3])) {
            Scope account = bench.account(AgreementType.MCA);
            fill(bench, account, scopes, invoices);
            Map<String, Person> people = Map.of(
                    "operator", bench.operator,
                    "owner of all", bench.with(Role.BILLING_ACCOUNT_OWNER, account),
                    "reader of one", somebody(bench, "one", Role.BILLING_PROFILE_READER, account.id() + 1),
                    "nobody", somebody(bench, "nobody", null, 0));
            UI ui = new UI();
            ui.setLocale(Locale.ENGLISH);
            UI.setCurrent(ui);
            Collection<SearchSource> sources =
                    bench.application.getBeansOfType(SearchSource.class).values();
            Bench.say(
                    "%,d scopes, %,d invoices, %s, heap %,d MB",
                    scopes, invoices, args[3], Runtime.getRuntime().maxMemory() >> 20);
            long first = System.nanoTime();
            sources.forEach(source -> source.search("first", 6, bench.operator));
            Bench.say("the first search after the start: %.1f ms", (System.nanoTime() - first) / 1e6);
            for (int round = 0; round < rounds; round++) {
                for (String typed : TYPED) {
                    for (Map.Entry<String, Person> person : people.entrySet()) {
                        bench.time(
                                "\"" + typed + "\", " + person.getKey(),
                                () -> sources.forEach(source -> source.search(typed, 6, person.getValue())));
                    }
                }
            }
            bench.print();
        }
        System.exit(0);
    }

    private static Person somebody(Bench bench, String name, @Nullable Role role, long scope) {
        Person person = bench.application
                .getBean(People.class)
                .register(name, name, new EmailAddress(name + "@example.com"), name, false);
        if (role != null) {
            bench.application.getBean(Assignments.class).assign(scope, name, role, bench.operator);
        }
        return person;
    }

    /** Profiles below the account, each with a section with fifty subscriptions; invoices of the profiles over ten years. */
    private static void fill(Bench bench, Scope account, int scopes, int invoices) {
        long root = account.id();
        String x = bench.postgres ? "generate_series(1, :count) as g(x)" : "system_range(1, :count) as g(x)";
        bench.jdbc
                .sql(
                        """
                insert into scope (id, parent_id, root_id, agreement, kind, name, external_id, external_key, currency, created_at)
                select :root + x,
                    case when mod(x, 50) = 1 then :root when mod(x, 50) = 2 then :root + x - 1 else :root + x - mod(x + 48, 50) end,
                    :root, 'MCA',
                    case when mod(x, 50) = 1 then 'BILLING_PROFILE' when mod(x, 50) = 2 then 'INVOICE_SECTION' else 'SUBSCRIPTION' end,
                    case mod(x, 7) when 0 then 'Contoso' when 1 then 'Fabrikam' when 2 then 'Northwind' when 3 then 'Adventure Works'
                        when 4 then 'Tailspin' when 5 then 'Wingtip' else 'Litware' end || ' '
                        || case mod(x, 5) when 0 then 'Production' when 1 then 'Development' when 2 then 'Data platform'
                            when 3 then 'Research' else 'Sandbox' end || ' ' || cast(x as varchar),
                    'sub-' || right('00000000' || cast(x as varchar), 8), 'sub-' || right('00000000' || cast(x as varchar), 8),
                    'EUR', timestamp with time zone '2020-01-01 00:00:00+00'
                from %s order by x"""
                                .formatted(x))
                .param("root", root)
                .param("count", scopes)
                .update();
        bench.jdbc
                .sql("insert into scope_ancestor select id, id, 0 from scope where id > :root")
                .param("root", root)
                .update();
        bench.jdbc
                .sql("insert into scope_ancestor select id, parent_id, 1 from scope where id > :root")
                .param("root", root)
                .update();
        bench.jdbc
                .sql(
                        """
                insert into scope_ancestor select s.id, up.parent_id, 2 from scope s join scope up on up.id = s.parent_id
                where up.parent_id is not null""")
                .update();
        bench.jdbc
                .sql(
                        """
                insert into scope_ancestor select s.id, top.parent_id, 3 from scope s join scope up on up.id = s.parent_id
                join scope top on top.id = up.parent_id where top.parent_id is not null""")
                .update();
        bench.invoices(account, invoices);
        bench.jdbc
                .sql(
                        """
                update invoice set series = 'F', series_year = 2016 + mod(id, 10), series_no = id / 10 + 1,
                scope_id = :root + 1 + 50 * mod(id * 31, :profiles), number = 'F' || cast(2016 + mod(id, 10) as varchar) || '-'
                || right('000000' || cast(id / 10 + 1 as varchar), 6)""")
                .param("root", root)
                .param("profiles", Math.max(1, scopes / 50))
                .update();
        bench.jdbc.sql("delete from invoice_series").update();
        bench.jdbc
                .sql(
                        """
                insert into invoice_series select series, series_year, max(series_no) from invoice group by series, series_year
                """)
                .update();
        bench.jdbc.sql("analyze").update();
    }
}
