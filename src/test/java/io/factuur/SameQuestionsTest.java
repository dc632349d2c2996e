package io.factuur;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Operation;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.invoice.TestInvoices;
import io.factuur.scope.Scope;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/**
 * Whether a thing is not there or not theirs cannot be told from the time a refusal takes: both ask the database the
 * same questions in the same order. Checked for each call of {@code api-routes.txt} that names a scope or an invoice.
 */
@IntegrationTest
class SameQuestionsTest {

    private static final Path FILE = Path.of("src/test/resources/api-routes.txt");
    private static final Pattern LINE = Pattern.compile("([A-Z]+) +(/\\S+) +([A-Z_]+)(?: +(\\{.*|\\?.*))?");
    private static final Set<String> OPERATIONS =
            Arrays.stream(Operation.values()).map(Enum::name).collect(Collectors.toSet());

    @Autowired
    TestApi api;

    @Autowired
    TestScopes scopes;

    @Autowired
    TestInvoices invoices;

    @TestFactory
    Stream<DynamicTest> aRefusalAsksTheSameWhetherTheThingIsThereOrNot() throws IOException {
        List<Call> calls = new ArrayList<>();
        for (AgreementType agreement : AgreementType.values()) {
            Scope foreign = invoiced(agreement);
            String number = invoices.issued(foreign, BillingPeriod.month(YearMonth.of(2024, 9)), "10")
                    .number();
            Person somebody = invoices.with(owner(agreement), scopes.account(agreement));
            Map<String, String> there = Map.of("{id}", String.valueOf(foreign.id()), "{number}", number);
            Map<String, String> nowhere =
                    Map.of("{id}", "9".repeat(17), "{number}", number.substring(0, number.length() - 1) + "x");
            Files.readAllLines(FILE).stream()
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .filter(line -> OPERATIONS.contains(line.group(3)))
                    .filter(line ->
                            line.group(0).contains("{id}") || line.group(0).contains("{number}"))
                    .forEach(line -> calls.add(new Call(
                            agreement + " " + line.group(1) + " " + line.group(2), line, somebody, there, nowhere)));
        }
        return calls.stream()
                .map(call -> DynamicTest.dynamicTest(call.name(), () -> {
                    List<String> refused = questions(call, call.there());
                    assertThat(refused).anyMatch(sql -> sql.contains("audit_entry"));
                    assertThat(questions(call, call.nowhere())).isEqualTo(refused);
                }));
    }

    private Scope invoiced(AgreementType agreement) {
        Scope account = scopes.account(agreement);
        ScopeKind kind = agreement.terms().invoicedKind();
        return switch (kind) {
            case BILLING_ACCOUNT -> account;
            case SUBSCRIPTION -> scopes.child(account, kind, "2024-01-01");
            default -> scopes.child(account, kind);
        };
    }

    private static Role owner(AgreementType agreement) {
        return agreement.terms().rolesAt(ScopeKind.BILLING_ACCOUNT).getFirst();
    }

    /** What a call asks the database, on the way to its 404. */
    private List<String> questions(Call call, Map<String, String> names) {
        String rest = call.line().group(4) == null ? "" : call.line().group(4);
        String address = "/api/v1" + call.line().group(2) + (rest.startsWith("?") ? rest : "");
        TestApi.Program program = api.as(call.somebody());
        return Questions.of(() -> program.call(
                        HttpMethod.valueOf(call.line().group(1)),
                        named(address, names).replaceAll("\\{\\w+}", "1"),
                        rest.startsWith("{") ? named(rest, names) : "")
                .hasStatus(404));
    }

    private static String named(String text, Map<String, String> names) {
        String named = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            named = named.replace(name.getKey(), name.getValue());
        }
        return named;
    }

    private record Call(
            String name, Matcher line, Person somebody, Map<String, String> there, Map<String, String> nowhere) {}
}
