package io.factuur.bench;

import com.vaadin.flow.component.UI;
import io.factuur.TestTree;
import io.factuur.UiTest;
import io.factuur.access.Guard;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.security.Person;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.PriorityOrdered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestContextManager;

/**
 * What share of a page's time on the server goes into asking the guard, with 10,000 scopes and 50,000 assignments. Both
 * are measured in the same run, in the same page: every call of the guard is timed while the page is built.
 */
@Import(AccessBench.Timed.class)
public class AccessBench extends UiTest {

    private static final PrintStream OUT = System.out;
    private static final AtomicLong GUARD = new AtomicLong();
    private static final AtomicLong CALLS = new AtomicLong();

    @TestConfiguration
    static class Timed {

        @Bean
        static BeanPostProcessor timedGuard() {
            return new Timing();
        }

        /** Before every other, or the guard would be there first. */
        private static final class Timing implements BeanPostProcessor, PriorityOrdered {

            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Guard ? timed(bean) : bean;
            }

            @Override
            public int getOrder() {
                return HIGHEST_PRECEDENCE;
            }
        }

        private static Object timed(Object guard) {
            ProxyFactory proxies = new ProxyFactory(guard);
            proxies.setProxyTargetClass(true);
            proxies.addAdvice((MethodInterceptor) call -> {
                long start = System.nanoTime();
                try {
                    return call.proceed();
                } finally {
                    GUARD.addAndGet(System.nanoTime() - start);
                    CALLS.incrementAndGet();
                }
            });
            return proxies.getProxy();
        }
    }

    @Autowired
    TestTree tree;

    @Autowired
    JdbcTemplate jdbc;

    /** Arguments: scopes, assignments, rounds. The database is set with {@code -Dfactuur.test.database}. */
    public static void main(String[] args) throws Exception {
        AccessBench bench = new AccessBench();
        TestContextManager context = new TestContextManager(AccessBench.class);
        context.beforeTestClass();
        context.prepareTestInstance(bench);
        context.beforeTestMethod(bench, AccessBench.class.getDeclaredMethod("fill", int.class, int.class));
        long account = bench.fill(
                args.length > 0 ? Integer.parseInt(args[0]) : 10_000,
                args.length > 1 ? Integer.parseInt(args[1]) : 50_000);
        bench.measure(account, args.length > 2 ? Integer.parseInt(args[2]) : 60);
        System.exit(0);
    }

    private Person reader = Person.house("bench");
    private long profile;

    /** An account with a profile, sections below it, and people with roles on all of them; written in bulk. */
    private long fill(int scopes, int assignments) {
        long account = tree.account(AgreementType.MCA);
        profile = tree.child(account, ScopeKind.BILLING_PROFILE);
        List<Object[]> below = new ArrayList<>();
        for (int i = 0; i < scopes - 2; i++) {
            below.add(new Object[] {profile, account, "Section " + i, "bench-" + i, "bench-" + i});
        }
        jdbc.batchUpdate(
                "insert into scope (parent_id, root_id, agreement, kind, name, external_id, external_key, currency,"
                        + " created_at) values (?, ?, 'MCA', 'INVOICE_SECTION', ?, ?, ?, 'EUR', current_timestamp)",
                below);
        String reach = "insert into scope_ancestor (scope_id, ancestor_id, distance) select id, %s, %d from scope"
                + " where parent_id = " + profile;
        jdbc.execute(reach.formatted("id", 0));
        jdbc.execute(reach.formatted("parent_id", 1));
        jdbc.execute(reach.formatted("root_id", 2));
        reader = people.somebody();
        List<Object[]> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add(new Object[] {"bench-" + i, "Bench " + i, "bench-" + i + "@example.com"});
        }
        jdbc.batchUpdate(
                "insert into person (username, display_name, email, created_at) values (?, ?, ?, current_timestamp)",
                many);
        List<Long> sections =
                jdbc.queryForList("select id from scope where parent_id = ? order by id", Long.class, profile);
        List<Long> holders = jdbc.queryForList("select id from person where username like 'bench-%'", Long.class);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < assignments; i++) {
            long person = i % 10 == 0 ? reader.id() : holders.get(i % holders.size());
            rows.add(new Object[] {person, sections.get(i % sections.size()), Role.INVOICE_SECTION_READER.name()});
        }
        rows.add(new Object[] {reader.id(), profile, Role.BILLING_PROFILE_CONTRIBUTOR.name()});
        jdbc.batchUpdate(
                "insert into assignment (person_id, scope_id, role, granted_at, granted_by)"
                        + " values (?, ?, ?, current_timestamp, 'bench')",
                rows);
        OUT.printf("%,d scopes, %,d assignments, %,d of them the reader's%n", scopes, rows.size(), assignments / 10);
        return account;
    }

    private void measure(long account, int rounds) {
        signIn(reader);
        List<String> pages = List.of(
                "billing",
                "billing/" + profile + "/overview",
                "billing/" + profile + "/invoices",
                "billing/" + profile + "/properties",
                "billing/" + profile + "/access");
        OUT.printf("%-40s %10s %10s %8s %6s%n", "page, medians of " + rounds, "page ms", "guard ms", "share", "calls");
        for (String page : pages) {
            List<Double> whole = new ArrayList<>();
            List<Double> guard = new ArrayList<>();
            long calls = 0;
            for (int i = -20; i < rounds; i++) {
                open("profile");
                GUARD.set(0);
                CALLS.set(0);
                long start = System.nanoTime();
                open(page);
                com.github.mvysny.kaributesting.v10.MockVaadin.clientRoundtrip(false);
                long took = System.nanoTime() - start;
                if (i >= 0) {
                    whole.add(took / 1e6);
                    guard.add(GUARD.get() / 1e6);
                    calls = CALLS.get();
                }
            }
            double page50 = median(whole);
            double guard50 = median(guard);
            OUT.printf(
                    "%-40s %10.2f %10.2f %7.1f%% %6d%n",
                    page.replaceAll("\\d+", "N"), page50, guard50, 100 * guard50 / page50, calls);
        }
        OUT.println(UI.getCurrent().getActiveRouterTargetsChain().getFirst().getClass().getSimpleName());
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
