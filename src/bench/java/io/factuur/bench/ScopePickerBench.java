package io.factuur.bench;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.scope.Scope;
import io.factuur.scope.ScopeLists;
import io.factuur.scope.ScopeQuery;
import io.factuur.scope.ScopeQuery.Sort;
import io.factuur.security.Person;
import java.util.Map;

/**
 * The list of "Billing scopes" of somebody who holds a role on each of thousands of profiles, and of an owner of their
 * account who sees that one only: what the page asks as it opens, and each sort, filter and the last page.
 */
public final class ScopePickerBench {

    private static final int PAGE = 50;

    private ScopePickerBench() {}

    /** Arguments: profiles, rounds, {@code h2} or {@code postgresql}. */
    public static void main(String[] args) throws Exception {
        int profiles = Integer.parseInt(args[0]);
        int rounds = Integer.parseInt(args[1]);
        try (Bench bench = Bench.on(args[2])) {
            Scope account = bench.account(AgreementType.MCA);
            Person owner = bench.with(Role.BILLING_ACCOUNT_OWNER, account);
            fill(bench, account, profiles);
            ScopeLists lists = bench.application.getBean(ScopeLists.class);
            for (int round = 0; round < rounds; round++) {
                for (Map.Entry<String, Person> who :
                        Map.of("reader of each", bench.operator, "owner of the account", owner).entrySet()) {
                    Person person = holder(who.getValue());
                    String name = ", " + who.getKey();
                    ScopeQuery top = ScopeQuery.top();
                    bench.time("one or several" + name, () -> lists.page(top, 0, 2, person));
                    bench.time("first page" + name, () -> lists.page(top, 0, PAGE, person));
                    bench.time("count" + name, () -> lists.count(top, person));
                    bench.time("last page" + name, () -> lists.page(top, Math.max(0, profiles - PAGE), PAGE, person));
                    bench.time("by currency" + name, () -> lists.page(top.sortedBy(Sort.CURRENCY, true), 0, PAGE, person));
                    bench.time("filtered" + name, () -> lists.page(top.matching("4711"), 0, PAGE, person));
                    bench.time("filtered, count" + name, () -> lists.count(top.matching("4711"), person));
                }
            }
            bench.print();
            Bench.say(
                    "%,d scopes to pick from, %d rows read for a page",
                    lists.count(ScopeQuery.top(), holder(bench.operator)),
                    lists.page(ScopeQuery.top(), 0, PAGE, holder(bench.operator)).size());
        }
        System.exit(0);
    }

    /** Whoever fills the database would see everything; here only what the roles give. */
    private static Person holder(Person person) {
        return new Person(person.id(), person.username(), person.displayName(), person.email(), false, false);
    }

    private static void fill(Bench bench, Scope account, int profiles) {
        String numbers = bench.postgres ? "generate_series(1, :count) as g(x)" : "system_range(1, :count) as g(x)";
        bench.jdbc
                .sql("""
                insert into scope (id, parent_id, root_id, agreement, kind, name, external_id, external_key, currency,
                    created_at)
                select :root + x, :root, :root, 'MCA', 'BILLING_PROFILE', 'Profile ' || cast(x as varchar),
                    'p-' || cast(x as varchar), 'p-' || cast(x as varchar), 'EUR',
                    timestamp with time zone '2020-01-01 00:00:00+00' from %s
                """.formatted(numbers))
                .param("root", account.id())
                .param("count", profiles)
                .update();
        bench.jdbc
                .sql("""
                insert into scope_ancestor (scope_id, ancestor_id, distance)
                select id, id, 0 from scope where id > :root union all select id, :root, 1 from scope where id > :root
                """)
                .param("root", account.id())
                .update();
        bench.jdbc
                .sql("""
                insert into assignment (person_id, scope_id, role, granted_at, granted_by)
                select :person, id, 'BILLING_PROFILE_READER', current_timestamp, 'bench' from scope where id > :root
                """)
                .param("person", bench.operator.id())
                .param("root", account.id())
                .update();
        bench.jdbc.sql("analyze").update();
    }
}
