package io.factuur;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.Route;
import io.factuur.AccessMatrix.Cell;
import io.factuur.AccessMatrix.Row;
import io.factuur.PageActions.ButtonLine;
import io.factuur.PageActions.PageLine;
import io.factuur.access.Assignments;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Condition;
import io.factuur.agreement.Operation;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.delivery.MailPreferences;
import io.factuur.delivery.MailTerms;
import io.factuur.security.Person;
import io.factuur.ui.DisabledReason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every page and every button on it, for every role of {@code access-matrix.txt}, at its own scope, below, beside, above
 * and in another account, with all switches off and on: there for whoever may, and for nobody else. What is on which
 * page stands in {@code page-actions.txt}; a page or a button without a line there fails.
 */
@DisabledIfSystemProperty(named = "factuur.test.database", matches = "postgresql", disabledReason = "asks no SQL")
class PageMatrixTest extends UiTest {

    private static final AccessMatrix MATRIX = AccessMatrix.read();
    private static final List<PageLine> PAGES = PageActions.read();

    @Autowired
    TestTree tree;

    @Autowired
    Assignments assignments;

    @Autowired
    MailPreferences preferences;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyPageHasALine() {
        assertThat(PAGES.stream().map(PageLine::route)).containsExactlyInAnyOrderElementsOf(addresses());
    }

    @TestFactory
    Stream<DynamicTest> everyPageAndButtonIsThereForWhoeverMay() {
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
        signIn(person);
        for (Set<Condition> on : world.settings(row)) {
            world.turn(on);
            for (PageLine page : PAGES) {
                if (page.route().contains(":scope")) {
                    world.targets(row.given()).forEach((where, scope) -> look(page, scope, where, row, world, on));
                }
            }
        }
        for (PageLine page : PAGES) {
            if (page.needs().equals("OPERATOR") && !page.route().contains("/:")) {
                Component shown = show(page.route());
                assertThat(isPage(shown)).as(page.route()).isEqualTo(person.operator());
                if (isPage(shown)) {
                    buttons(shown)
                            .keySet()
                            .forEach(label -> line(page, label, row.agreement(), ScopeKind.BILLING_ACCOUNT));
                }
            }
        }
    }

    private void look(PageLine page, long scope, String where, Row row, World world, Set<Condition> on) {
        ScopeKind kind = world.kinds.get(scope);
        String what = "%s %s at %s (%s), %s".formatted(row.agreement(), row.role(), where, kind, page.route());
        Component shown = show(page.route().replace(":scope", String.valueOf(scope)));
        boolean expected = page.isAt(row.agreement(), kind) && may(page.needs(), scope, row, world, on);
        assertThat(isPage(shown)).as(what).isEqualTo(expected);
        if (!expected) {
            return;
        }
        Map<String, Boolean> found = buttons(shown);
        found.forEach((label, offered) -> {
            String needs = line(page, label, row.agreement(), kind).needs();
            if (offered) {
                assertThat(may(needs, scope, row, world, on))
                        .as(what + ": “" + label + "” is offered")
                        .isTrue();
            }
        });
        page.buttons().stream()
                .filter(button -> button.always() && button.isAt(row.agreement(), kind))
                .filter(button -> may(button.needs(), scope, row, world, on))
                .forEach(button -> assertThat(found).as(what).containsEntry(button.label(), true));
    }

    /** Whether one of the words that a line asks for is true. */
    private static boolean may(String needs, long scope, Row row, World world, Set<Condition> on) {
        return Stream.of(needs.split(" or ")).anyMatch(one -> switch (one) {
            case "ANYBODY" -> true;
            case "OPERATOR" -> row.given() == null;
            default -> may(Operation.valueOf(one), scope, row, world, on);
        });
    }

    private static boolean may(Operation operation, long scope, Row row, World world, Set<Condition> on) {
        Cell cell = row.cells().get(operation);
        Set<Long> reached = row.given() == null ? world.kinds.keySet() : world.below(world.own(row.given()));
        return cell.counts(on, false) && reached.contains(scope) && cell.kinds().contains(world.kinds.get(scope));
    }

    private static ButtonLine line(PageLine page, String label, AgreementType agreement, ScopeKind kind) {
        return page.buttons().stream()
                .filter(button -> button.label().equals(label) && button.isAt(agreement, kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "“" + label + "” on " + page.route() + " has no line in " + PageActions.FILE));
    }

    private Component show(String address) {
        open(address);
        return (Component) UI.getCurrent().getActiveRouterTargetsChain().getFirst();
    }

    /** Not one of the pages that say that there is nothing here. */
    private static boolean isPage(Component shown) {
        return shown.getClass().isAnnotationPresent(Route.class);
    }

    /** What can be pressed, and whether this person can press it or reads why not. */
    private static Map<String, Boolean> buttons(Component page) {
        Map<String, Boolean> buttons = new TreeMap<>();
        _find(page, Button.class).stream()
                .filter(button -> !name(button).isEmpty())
                .forEach(button -> buttons.merge(name(button), !hasReason(button), Boolean::logicalOr));
        _find(page, Anchor.class).stream()
                .filter(anchor -> anchor.getHref().contains("api/v1"))
                .forEach(anchor -> buttons.merge(anchor.getElement().getTextRecursively(), true, Boolean::logicalOr));
        return buttons;
    }

    private static String name(Button button) {
        return button.getText().isEmpty() ? button.getAriaLabel().orElse("") : button.getText();
    }

    private static boolean hasReason(Button button) {
        return button.getParent()
                .filter(DisabledReason.class::isInstance)
                .map(parent -> parent.getElement().getAttribute("aria-label"))
                .filter(reason -> !reason.isBlank())
                .isPresent();
    }

    /** The addresses of all pages, each list of what stands below a scope by itself. */
    private static Set<String> addresses() {
        Set<String> addresses = new TreeSet<>();
        for (Class<?> view : views()) {
            String route = view.getAnnotation(Route.class).value();
            if (route.contains(":list(")) {
                String[] parts = route.split("[()]");
                for (String one : parts[1].split("\\|")) {
                    addresses.add(parts[0].replace(":list", one));
                }
            } else {
                addresses.add(route.isEmpty() ? "/" : route);
            }
        }
        return addresses;
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
            kinds.forEach(this::optIn);
        }

        /** So that what stands beside recipients is there to be looked for. */
        private void optIn(long scope, ScopeKind kind) {
            if (agreement != AgreementType.EA && kind == agreement.terms().invoicedKind()) {
                Person owner = people.somebody();
                Role role = agreement.terms().rolesAt(ScopeKind.BILLING_ACCOUNT).getFirst();
                long account = jdbc.sql("select root_id from scope where id = ?")
                        .param(scope)
                        .query(Long.class)
                        .single();
                assignments.assign(account, owner.username(), role, people.operator());
                preferences.optIn(scope, agreement == AgreementType.MOSP ? MailTerms.current() : null, owner);
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
            return of(kind).getFirst();
        }

        private List<Long> of(ScopeKind kind) {
            return kinds.keySet().stream()
                    .filter(scope -> kinds.get(scope) == kind)
                    .toList();
        }

        Map<String, Long> targets(ScopeKind given) {
            Map<String, Long> targets = new LinkedHashMap<>();
            long own = own(given == null ? ScopeKind.BILLING_ACCOUNT : given);
            targets.put("its own", own);
            below(own).stream()
                    .filter(scope -> scope != own)
                    .collect(Collectors.toMap(kinds::get, scope -> scope, Math::min))
                    .forEach((kind, scope) -> targets.put("its " + kind, scope));
            if (given != null) {
                List<Long> alike = new ArrayList<>(of(given));
                targets.put("the one beside", alike.get(1));
                targets.put("another account's", alike.getLast());
                if (parents.containsKey(own)) {
                    targets.put("the one above", parents.get(own));
                }
            }
            return targets;
        }

        Set<Long> below(long scope) {
            Set<Long> found = new TreeSet<>(Set.of(scope));
            parents.forEach((child, parent) -> {
                if (found.contains(parent)) {
                    found.add(child);
                }
            });
            return found;
        }

        /** All off, and all on where that makes a difference to a role. */
        List<Set<Condition>> settings(Row row) {
            Set<Condition> all = row.cells().values().stream()
                    .map(Cell::condition)
                    .filter(condition -> condition != Condition.NONE)
                    .collect(Collectors.toSet());
            return all.isEmpty() ? List.of(all) : List.of(Set.of(), all);
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
