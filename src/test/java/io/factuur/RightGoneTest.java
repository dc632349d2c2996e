package io.factuur;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.BigDecimalField;
import io.factuur.access.Assignments;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Condition;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Scope;
import io.factuur.scope.ScopePolicies;
import io.factuur.security.PeopleDirectory;
import io.factuur.security.Person;
import io.factuur.ui.EmptyState;
import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The four ways to lose a right: a role taken away, a policy of the enrollment turned off, "Access to invoice" turned off,
 * the person disabled. Each counts at once for the page that is open, for a program, for a file that is ready and for a
 * job that still waits.
 */
class RightGoneTest extends OpenPages {

    @Autowired
    TestApi api;

    @Autowired
    Assignments assignments;

    @Autowired
    ScopePolicies policies;

    @Autowired
    PeopleDirectory directory;

    @Autowired
    TransactionTemplate transaction;

    @TestFactory
    Stream<DynamicTest> countsAtOnceForPagesProgramsFilesAndJobs() {
        Scope profile = scopes.child(scopes.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        Scope department = scopes.child(scopes.account(AgreementType.EA), ScopeKind.DEPARTMENT);
        Scope subscription = scopes.child(scopes.account(AgreementType.MOSP), ScopeKind.SUBSCRIPTION, "2024-07-01");
        return Stream.of(
                test("a role is taken away", profile, Role.BILLING_PROFILE_READER, 404, reader -> {
                    long given = assignments.at(profile.id(), 0, 100, people.operator()).stream()
                            .filter(one -> one.username().equals(reader.username()))
                            .findFirst()
                            .orElseThrow()
                            .id();
                    assignments.remove(profile.id(), given, people.operator());
                }),
                test(
                        "a policy is turned off",
                        department,
                        Role.DEPARTMENT_ADMINISTRATOR,
                        404,
                        reader -> turn(department, Condition.DEPARTMENT_ADMIN_VIEW_CHARGES, false)),
                test(
                        "\"Access to invoice\" is turned off",
                        subscription,
                        Role.SUBSCRIPTION_READER,
                        404,
                        reader -> turn(subscription, Condition.ACCESS_TO_INVOICE, false)),
                test(
                        "the person is disabled",
                        profile,
                        Role.BILLING_PROFILE_READER,
                        401,
                        reader -> directory.disable(reader.id(), people.operator())));
    }

    private DynamicTest test(String what, Scope scope, Role role, int afterwards, Loss loss) {
        return DynamicTest.dynamicTest(what, () -> {
            boolean shared = scope.agreement() == AgreementType.MOSP;
            turn(scope, shared ? Condition.ACCESS_TO_INVOICE : Condition.DEPARTMENT_ADMIN_VIEW_CHARGES, true);
            String pdf = "";
            if (shared) {
                pdf = "/api/v1/invoices/"
                        + invoices.issued(scope, SEPTEMBER, "10").number() + "/documents/invoice.pdf";
            } else {
                invoices.used(scope, SEPTEMBER, "10");
            }
            Person reader = invoices.with(role, scope);
            TestApi.Program program = api.as(reader);
            String usage = "/api/v1/usage?scope=" + scope.id() + "&period=" + SEPTEMBER.code();
            signIn(reader);
            SecurityContext onThePage = SecurityContextHolder.getContext();
            open("billing/" + scope.id() + (shared ? "/invoices" : "/costs"));
            if (shared) {
                assertThat(_find(Grid.class)).isNotEmpty();
                program.get(pdf).hasStatusOk();
            }
            program.get(usage).hasStatusOk();
            long ready = ordered(program, scope, "native");
            ends(ready, "READY");
            program.get("/api/v1/files/" + ready + "/content").hasStatusOk();

            long waiting = transaction.execute(together -> {
                long id = ordered(program, scope, "focus-1.2");
                loss.of(reader);
                return id;
            });

            ends(waiting, "FAILED");
            assertThat(column("problem", waiting)).isEqualTo("file.problem.right-gone");
            program.get(usage).hasStatus(afterwards);
            program.get("/api/v1/files/" + ready + "/content").hasStatus(afterwards);
            if (shared) {
                program.get(pdf).hasStatus(afterwards);
                SecurityContextHolder.setContext(onThePage);
                open("billing/" + scope.id() + "/properties");
                open("billing/" + scope.id() + "/invoices");
                assertThat(_get(EmptyState.class).getElement().getTextRecursively())
                        .contains("\"Access to invoice\" is off.");
                assertThat(_find(Grid.class)).isEmpty();
            } else {
                _setValue(_get(BigDecimalField.class), BigDecimal.TEN);
                refused(reader, button(word("threshold.add")));
            }
        });
    }

    private void turn(Scope scope, Condition policy, boolean on) {
        long at = policy.onScopeItself() ? scope.id() : root(scope);
        if (policies.get(at, people.operator()).containsKey(policy)) {
            policies.change(at, Map.of(policy, on), people.operator());
        }
    }

    private long root(Scope scope) {
        return jdbc.sql("select root_id from scope where id = ?")
                .param(scope.id())
                .query(Long.class)
                .single();
    }

    private String column(String name, long file) {
        return jdbc.sql("select " + name + " from prepared_file where id = ?")
                .param(file)
                .query(String.class)
                .single();
    }

    private static long ordered(TestApi.Program program, Scope scope, String format) {
        long[] id = new long[1];
        program.post("/api/v1/files", """
                        {"kind": "usage", "scope": "%d", "period": "%s", "format": "%s"}
                        """.formatted(scope.id(), SEPTEMBER.code(), format))
                .hasStatus(202)
                .satisfies(result -> id[0] = id(result.getMvcResult().getResponse()));
        return id[0];
    }

    private static long id(org.springframework.mock.web.MockHttpServletResponse response) {
        try {
            return Long.parseLong(
                    JsonPath.read(response.getContentAsString(), "$.id").toString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void ends(long file, String state) {
        await().untilAsserted(() -> assertThat(column("state", file)).isEqualTo(state));
    }

    @FunctionalInterface
    private interface Loss {
        void of(Person reader);
    }
}
