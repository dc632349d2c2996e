package io.factuur;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.access.Assignments;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Operation;
import io.factuur.agreement.Role;
import io.factuur.security.Person;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every call under {@code /api/v1} has a line in {@code api-routes.txt}, and turns away whoever may not make it. */
@IntegrationTest
class ApiRoutesTest {

    private static final Path FILE = Path.of("src/test/resources/api-routes.txt");
    private static final Pattern LINE = Pattern.compile("([A-Z]+) +(/\\S+) +([A-Z_]+)(?: +(\\{.*|\\?.*))?");
    private static final Set<String> OPEN = Set.of("LIST", "ANYBODY");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    TestApi api;

    @Autowired
    TestTree tree;

    @Autowired
    TestPeople people;

    @Autowired
    Assignments assignments;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Test
    void everyCallHasALine() throws IOException {
        Set<String> there = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> mapping.getPatternValues().stream()
                .filter(path -> path.startsWith("/api/v1/"))
                .forEach(path -> mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> there.add(method + " " + path.substring("/api/v1".length())))));
        assertThat(routes().map(Route::toString)).containsExactlyInAnyOrderElementsOf(there);
    }

    @TestFactory
    Stream<DynamicTest> whoMayNotGetsTheAnswerOfAThingThatIsNotThere() throws IOException {
        long account = tree.account(AgreementType.MCA);
        String nothing = body(people.somebody(), "/api/v1/scopes/0");
        return routes().filter(route -> !OPEN.contains(route.guard()))
                .map(route -> DynamicTest.dynamicTest(route.toString(), () -> {
                    known(route.guard());
                    Person stranger = people.somebody();
                    MvcTestResultAssert answer =
                            api.as(stranger).call(route.method(), route.uri(account), route.json(account));
                    answer.hasStatus(404);
                    assertThat(withoutInstance(answer)).isEqualTo(nothing);
                    assertThat(refusals(stranger.username())).isPositive();
                }));
    }

    /** In every place of every address where an ID stands; what stands before it is the asker's own. */
    @TestFactory
    Stream<DynamicTest> aGuessedIdSaysNothing() throws IOException {
        long account = tree.account(AgreementType.MCA);
        long other = tree.account(AgreementType.MCA);
        Person owner = people.somebody();
        assignments.assign(account, owner.username(), Role.BILLING_ACCOUNT_OWNER, people.operator());
        String nothing = body(people.somebody(), "/api/v1/scopes/0");
        return routes().filter(route -> !route.guard().equals("ANYBODY")).flatMap(route -> route.places()
                .map(place -> DynamicTest.dynamicTest(route + " at " + place, () -> {
                    for (String guess : guesses(account, other)) {
                        // What no honest client sends is turned away before anybody asks who sent it.
                        String asker = guess.equals("..") || guess.contains("%") || guess.contains(";")
                                ? "<unknown>"
                                : owner.username();
                        int before = refusals(asker);
                        MvcTestResultAssert answer = api.as(owner)
                                .call(route.method(), route.uri(account, place, encoded(guess)), route.json(account));
                        answer.as(guess).hasStatus(404);
                        assertThat(withoutInstance(answer)).as(guess).isEqualTo(nothing);
                        assertThat(refusals(asker)).as(guess).isGreaterThan(before);
                    }
                })));
    }

    private static List<String> guesses(long account, long other) {
        return List.of(
                String.valueOf(other),
                account + "0",
                "0" + other,
                "-1",
                "9".repeat(18),
                "9".repeat(400),
                account + " or 1=1",
                account + "'; drop table scope",
                "1 union select id from person",
                account + "%00",
                "४२",
                "٤٢",
                "ⅷ",
                "\uD83D\uDCA3",
                "null",
                "..",
                "1e3",
                "0x1f");
    }

    private String body(Person person, String path) {
        return withoutInstance(api.as(person).get(path));
    }

    /** The address that was asked for stands in each answer; the rest must be the same. */
    private String withoutInstance(MvcTestResultAssert answer) {
        StringBuilder body = new StringBuilder();
        answer.bodyText().satisfies(body::append);
        ObjectNode node = (ObjectNode) json.readTree(body.toString());
        node.remove("instance");
        return node.toString();
    }

    private int refusals(String actor) {
        return jdbc.sql("select count(*) from audit_entry where actor = :me and outcome = 'REFUSED'")
                .param("me", actor)
                .query(Integer.class)
                .single();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void known(String guard) {
        Set<String> words = Arrays.stream(Operation.values()).map(Enum::name).collect(Collectors.toSet());
        words.addAll(Set.of("OPERATOR", "OWN"));
        assertThat(words).contains(guard);
    }

    private static Stream<Route> routes() throws IOException {
        return Files.readAllLines(FILE).stream()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> new Route(
                        HttpMethod.valueOf(line.group(1)),
                        line.group(2),
                        line.group(3),
                        line.group(4) == null ? "" : line.group(4)));
    }

    private record Route(HttpMethod method, String path, String guard, String rest) {

        String uri(long scope) {
            String address = "/api/v1" + path + (rest.startsWith("?") ? rest : "");
            return address.replace("{id}", String.valueOf(scope)).replaceAll("\\{\\w+}", "1");
        }

        /** Where a name stands for an ID. */
        Stream<String> places() {
            return Pattern.compile("\\{\\w+}").matcher(path).results().map(MatchResult::group);
        }

        /** With a guess in one place, and in those before it what is the asker's own. */
        String uri(long scope, String place, String guess) {
            String address = "/api/v1" + path.replace(place, guess) + (rest.startsWith("?") ? rest : "");
            return address.replace("{id}", String.valueOf(scope)).replaceAll("\\{\\w+}", "1");
        }

        String json(long scope) {
            return rest.startsWith("{") ? rest.replace("{id}", String.valueOf(scope)) : "";
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
