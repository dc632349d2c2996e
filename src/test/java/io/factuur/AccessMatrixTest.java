package io.factuur;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.AccessMatrix.Cell;
import io.factuur.AccessMatrix.Row;
import io.factuur.access.AccessFilter;
import io.factuur.access.Assignments;
import io.factuur.access.Guard;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Condition;
import io.factuur.agreement.Operation;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.security.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every operation, every role, at its own scope, below, above, beside and in another account, with each switch off and
 * on: the single answer of the guard and the list in SQL both agree with the table in {@code access-matrix.txt}, which
 * was written from the terms of the agreements. A role or an operation without a row fails.
 */
@IntegrationTest
class AccessMatrixTest {

    private static final AccessMatrix MATRIX = AccessMatrix.read();

    @Autowired
    Guard guard;

    @Autowired
    Assignments assignments;

    @Autowired
    TestTree tree;

    @Autowired
    TestPeople people;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyRoleAndEveryOperationHasItsPlaceInTheTable() {
        Set<String> expected = new TreeSet<>();
        for (AgreementType agreement : AgreementType.values()) {
            for (ScopeKind kind : ScopeKind.values()) {
                agreement.terms().rolesAt(kind).forEach(role -> expected.add(agreement + " " + role + " on " + kind));
            }
            expected.add(agreement + " OPERATOR on null");
        }
        assertThat(MATRIX.rows.stream().map(row -> row.agreement() + " " + row.role() + " on " + row.given()))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(Arrays.stream(Role.values()).map(Role::name))
                .isSubsetOf(MATRIX.rows.stream().map(Row::role).toList());
        assertThat(MATRIX.columns.values()).containsExactlyInAnyOrder(Operation.values());
    }

    @Test
    void theDocumentationShowsTheSameTable() throws IOException {
        assertThat(Files.readString(Path.of("docs/access.md")))
                .as("docs/access.md must contain access-matrix.txt, line by line")
                .contains(Files.readString(AccessMatrix.FILE));
    }

    @TestFactory
    Stream<DynamicTest> everyCellHolds() {
        Map<AgreementType, World> worlds = new EnumMap<>(AgreementType.class);
        return MATRIX.rows.stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.agreement() + " " + row.role(),
                        () -> check(row, worlds.computeIfAbsent(row.agreement(), World::new))));
    }

    private void check(Row row, World world) {
        Person person = row.given() == null ? people.operator() : people.somebody();
        if (row.given() != null) {
            assignments.assign(world.own(row.given()), person.username(), Role.valueOf(row.role()), people.operator());
        }
        for (Set<Condition> on : world.settings()) {
            world.turn(on);
            for (Person asker : List.of(person, person.withToken())) {
                row.cells().forEach((operation, cell) -> {
                    Set<Long> expected = expected(row, cell, world, on, asker.viaToken());
                    String what =
                            "%s %s with %s%s".formatted(row.role(), operation, on, asker.viaToken() ? " by token" : "");
                    assertThat(guarded(operation, asker, world)).as(what).isEqualTo(expected);
                    AccessFilter filter = AccessFilter.of(operation, asker);
                    assertThat(listed(filter, filter.on("s"), world))
                            .as(what + ", as a list")
                            .isEqualTo(expected);
                    assertThat(listed(filter, filter.onEach("s"), world))
                            .as(what + ", one by one in a list")
                            .isEqualTo(expected);
                });
            }
        }
    }

    private Set<Long> expected(Row row, Cell cell, World world, Set<Condition> on, boolean viaToken) {
        if (!cell.counts(on, viaToken)) {
            return Set.of();
        }
        Set<Long> reached = row.given() == null ? world.kinds.keySet() : world.below(world.own(row.given()));
        return reached.stream()
                .filter(scope -> cell.kinds().contains(world.kinds.get(scope)))
                .collect(Collectors.toSet());
    }

    private Set<Long> guarded(Operation operation, Person person, World world) {
        return world.kinds.keySet().stream()
                .filter(scope -> guard.allows(operation, scope, person))
                .collect(Collectors.toSet());
    }

    private Set<Long> listed(AccessFilter filter, String condition, World world) {
        return new HashSet<>(jdbc.sql("select s.id from scope s where s.id in (:world) and " + condition)
                .param("world", world.kinds.keySet())
                .params(filter.parameters())
                .query(Long.class)
                .list());
    }

    /** Two accounts of an agreement, in each two scopes of every kind side by side. */
    private final class World {

        private final AgreementType agreement;
        private final Map<Long, ScopeKind> kinds = new LinkedHashMap<>();
        private final Map<Long, Long> parents = new LinkedHashMap<>();

        World(AgreementType agreement) {
            this.agreement = agreement;
            for (int i = 0; i < 2; i++) {
                long account = tree.account(agreement);
                kinds.put(account, ScopeKind.BILLING_ACCOUNT);
                grow(account, ScopeKind.BILLING_ACCOUNT);
            }
        }

        private void grow(long parent, ScopeKind kind) {
            for (ScopeKind below : agreement.terms().childrenOf(kind)) {
                for (int i = 0; i < 2; i++) {
                    long child = tree.child(parent, below);
                    kinds.put(child, below);
                    parents.put(child, parent);
                    if (i == 0) {
                        grow(child, below);
                    }
                }
            }
        }

        long own(ScopeKind kind) {
            return kinds.keySet().stream()
                    .filter(scope -> kinds.get(scope) == kind)
                    .findFirst()
                    .orElseThrow();
        }

        Set<Long> below(long scope) {
            Set<Long> found = new HashSet<>(Set.of(scope));
            parents.forEach((child, parent) -> {
                if (found.contains(parent)) {
                    found.add(child);
                }
            });
            return found;
        }

        /** All off, each one alone, all on. */
        List<Set<Condition>> settings() {
            Set<Condition> all = EnumSet.noneOf(Condition.class);
            kinds.values().forEach(kind -> all.addAll(agreement.terms().switchesAt(kind)));
            List<Set<Condition>> settings = new ArrayList<>(List.of(Set.of(), all));
            all.forEach(one -> settings.add(Set.of(one)));
            return settings.stream().distinct().toList();
        }

        void turn(Set<Condition> on) {
            for (Condition condition : Condition.values()) {
                if (condition != Condition.NONE) {
                    jdbc.sql("update scope set " + condition.name().toLowerCase(Locale.ROOT)
                                    + " = :on where id in (:world)")
                            .param("on", on.contains(condition))
                            .param("world", kinds.keySet())
                            .update();
                }
            }
        }
    }
}
