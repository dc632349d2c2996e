package io.factuur.invoice.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import io.factuur.TestApi;
import io.factuur.UiTest;
import io.factuur.access.Guard;
import io.factuur.access.Holders;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Operation;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.delivery.TestLetters;
import io.factuur.file.FileJob;
import io.factuur.invoice.InvoiceRow;
import io.factuur.invoice.TestInvoices;
import io.factuur.scope.Scope;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A file has one guard, whatever the door: whoever may not have it through one may not have it through another. */
class TwoDoorTest extends UiTest {

    private static final Path DOORS = Path.of("src/test/resources/file-doors.txt");
    private static final BillingPeriod SEPTEMBER = BillingPeriod.month(YearMonth.of(2024, 9));

    @Autowired
    TestScopes scopes;

    @Autowired
    TestInvoices made;

    @Autowired
    TestApi api;

    @Autowired
    TestLetters letters;

    @Autowired
    Guard guard;

    @Autowired
    Holders holders;

    @Autowired
    List<FileJob> jobs;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void everyDoorIsListed() throws IOException {
        Set<String> listed = doors("call");
        assertThat(doors("job"))
                .isEqualTo(jobs.stream()
                        .map(FileJob::kind)
                        .filter(kind -> !kind.startsWith("test"))
                        .collect(Collectors.toCollection(TreeSet::new)));
        mappings.getHandlerMethods().forEach((mapping, handler) -> mapping.getPatternValues().stream()
                .filter(path -> path.startsWith("/api/v1/") && !path.contains("openapi"))
                .map(path -> path.substring("/api/v1".length()))
                .filter(path -> path.contains(".") || sendsBytes(handler))
                .forEach(path -> assertThat(listed).as("doors of " + handler).contains(path)));
    }

    private static boolean sendsBytes(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> HttpServletResponse.class.equals(parameter.getParameterType()));
    }

    @TestFactory
    Stream<DynamicTest> everyDoorOfAFileGivesTheSameAnswer() {
        Scope mca = scopes.account(AgreementType.MCA);
        Scope profile = scopes.child(mca, ScopeKind.BILLING_PROFILE);
        Scope sibling = scopes.child(mca, ScopeKind.BILLING_PROFILE);
        Scope section = scopes.child(profile, ScopeKind.INVOICE_SECTION);
        InvoiceRow invoice = made.issued(profile, SEPTEMBER, "10");

        Scope mosp = scopes.account(AgreementType.MOSP);
        Scope closed = scopes.child(mosp, ScopeKind.SUBSCRIPTION, "2024-07-01");
        Scope shared = scopes.child(mosp, ScopeKind.SUBSCRIPTION, "2024-07-01");
        made.share(shared);
        InvoiceRow closedInvoice = made.issued(closed, SEPTEMBER, "10");
        InvoiceRow sharedInvoice = made.issued(shared, SEPTEMBER, "10");

        Scope enrollment = scopes.account(AgreementType.EA);
        Scope department = scopes.child(enrollment, ScopeKind.DEPARTMENT);
        InvoiceRow enrollmentInvoice = made.issued(enrollment, SEPTEMBER, "10");

        List<DynamicTest> tests = new ArrayList<>();
        Map<String, Person> customers = new LinkedHashMap<>();
        for (Role role : List.of(Role.BILLING_PROFILE_OWNER, Role.BILLING_PROFILE_READER, Role.INVOICE_MANAGER)) {
            customers.put(role + " of its own", made.with(role, profile));
            customers.put(role + " beside", made.with(role, sibling));
        }
        customers.put("account reader", made.with(Role.BILLING_ACCOUNT_READER, mca));
        customers.put("section owner", made.with(Role.INVOICE_SECTION_OWNER, section));
        customers.put("operator", people.operator());
        customers.put("stranger", people.somebody());
        customers.forEach((who, person) -> tests.add(same("MCA " + who, invoice, person)));

        Map<String, Person> payers = new LinkedHashMap<>();
        payers.put("account administrator", made.with(Role.ACCOUNT_ADMINISTRATOR, mosp));
        payers.put("reader of the closed", made.with(Role.SUBSCRIPTION_READER, closed));
        payers.put("reader of the shared", made.with(Role.SUBSCRIPTION_READER, shared));
        payers.put("cost reader of the shared", made.with(Role.COST_MANAGEMENT_READER, shared));
        payers.put("stranger", people.somebody());
        payers.forEach((who, person) -> {
            tests.add(same("MOSP " + who + ", switch off", closedInvoice, person));
            tests.add(same("MOSP " + who + ", switch on", sharedInvoice, person));
        });

        tests.add(same("EA administrator", enrollmentInvoice, made.with(Role.ENTERPRISE_ADMINISTRATOR, enrollment)));
        tests.add(same(
                "EA read-only", enrollmentInvoice, made.with(Role.ENTERPRISE_ADMINISTRATOR_READ_ONLY, enrollment)));
        tests.add(same(
                "EA department administrator",
                enrollmentInvoice,
                made.with(Role.DEPARTMENT_ADMINISTRATOR, department)));
        return tests.stream();
    }

    private DynamicTest same(String name, InvoiceRow invoice, Person person) {
        return DynamicTest.dynamicTest(name, () -> {
            long scope = invoice.scopeId();
            String documents = "/api/v1/invoices/" + invoice.number() + "/documents/";
            String period = invoice.period().code();
            TestApi.Program program = api.as(person);

            boolean pdf = guard.allows(Operation.DOWNLOAD_INVOICE, scope, person);
            Map<String, Boolean> toInvoice = new LinkedHashMap<>();
            toInvoice.put("page", onPage("invoice.pdf", invoice, person));
            toInvoice.put("mail", behindTheMail("invoice.pdf", invoice, person));
            toInvoice.put("call", is(200, program.get(documents + "invoice.pdf")));
            toInvoice.put("ZIP", is(202, program.post("/api/v1/files", """
                            {"kind": "invoices", "scope": "%d", "numbers": ["%s"]}
                            """.formatted(scope, invoice.number()))));
            if (invoice.isItemized()) {
                for (String beside : List.of("summary.pdf", "transactions.csv")) {
                    toInvoice.put("page of " + beside, onPage(beside, invoice, person));
                    toInvoice.put("call of " + beside, is(200, program.get(documents + beside)));
                }
            }
            assertThat(toInvoice)
                    .as("doors to the invoice")
                    .allSatisfy((door, open) -> assertThat(open).as(door).isEqualTo(pdf));
            if (holders.of(Operation.RECEIVE_INVOICE_MAIL, scope).stream()
                    .anyMatch(holder -> holder.personId() == person.id())) {
                assertThat(pdf).as("who gets it by mail can open it, too").isTrue();
            }

            boolean usage = guard.allows(Operation.DOWNLOAD_USAGE, scope, person);
            Map<String, Boolean> toUsage = new LinkedHashMap<>();
            toUsage.put("usage", is(200, program.get("/api/v1/usage?scope=" + scope + "&period=" + period)));
            toUsage.put("prepared", is(202, program.post("/api/v1/files", """
                            {"kind": "usage", "scope": "%d", "period": "%s"}
                            """.formatted(scope, period))));
            if (guard.allows(Operation.SEE_INVOICES, scope, person)) {
                toUsage.put("page", onPage("usage.csv", invoice, person));
                toUsage.put("mail", behindTheMail("usage.csv", invoice, person));
                toUsage.put("document", is(200, program.get(documents + "usage.csv")));
                toUsage.put("manifest", is(200, program.get(documents + "usage.csv/manifest")));
            }
            assertThat(toUsage)
                    .as("doors to the usage")
                    .allSatisfy((door, open) -> assertThat(open).as(door).isEqualTo(usage));

            boolean prices = guard.allows(Operation.DOWNLOAD_PRICES, scope, person);
            Map<String, Boolean> toPrices = new LinkedHashMap<>();
            toPrices.put("prices", is(200, program.get("/api/v1/usage/prices?scope=" + scope + "&period=" + period)));
            toPrices.put("prepared", is(202, program.post("/api/v1/files", """
                            {"kind": "prices", "scope": "%d", "period": "%s"}
                            """.formatted(scope, period))));
            if (guard.allows(Operation.SEE_INVOICES, scope, person)) {
                toPrices.put("document", is(200, program.get(documents + "prices.csv")));
                toPrices.put("manifest", is(200, program.get(documents + "prices.csv/manifest")));
            }
            assertThat(toPrices)
                    .as("doors to the price sheet")
                    .allSatisfy((door, open) -> assertThat(open).as(door).isEqualTo(prices));
        });
    }

    /** Whether the menu of the invoice has it; the page itself is there for whoever sees invoices. */
    private boolean onPage(String document, InvoiceRow invoice, Person person) {
        signIn(person);
        open("billing/" + invoice.scopeId() + "/invoices");
        Set<Operation> allowed = guard.allowed(invoice.scopeId(), person);
        return allowed.contains(Operation.SEE_INVOICES)
                && InvoiceDocumentLinks.of(invoice, allowed).stream()
                        .map(Component::getElement)
                        .anyMatch(link ->
                                String.valueOf(link.getAttribute("href")).contains(document));
    }

    /** Whether the page that the mail's button leads to has it; for whoever may not see the invoice there is no page. */
    private boolean behindTheMail(String document, InvoiceRow invoice, Person person) {
        signIn(person);
        open(letters.deepLink(invoice.number()));
        return _find(InvoiceView.class).stream()
                .flatMap(page -> _find(page, Anchor.class).stream())
                .anyMatch(link -> link.getHref().contains(invoice.number() + "/documents/" + document));
    }

    private static boolean is(int wanted, MvcTestResultAssert answer) {
        int[] status = new int[1];
        answer.satisfies(
                result -> status[0] = result.getMvcResult().getResponse().getStatus());
        assertThat(status[0]).isIn(wanted, 404);
        return status[0] == wanted;
    }

    private static Set<String> doors(String kind) throws IOException {
        return Files.readAllLines(DOORS).stream()
                .map(line -> line.split(" +"))
                .filter(words -> words.length == 3 && words[0].equals(kind))
                .map(words -> words[1])
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
