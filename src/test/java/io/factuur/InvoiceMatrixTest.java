package io.factuur;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.Route;
import io.factuur.AccessMatrix.Cell;
import io.factuur.AccessMatrix.Row;
import io.factuur.PageActions.ButtonLine;
import io.factuur.PageActions.PageLine;
import io.factuur.PageActions.PaperLine;
import io.factuur.access.Assignments;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Condition;
import io.factuur.agreement.Operation;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.invoice.InvoiceLife;
import io.factuur.invoice.InvoiceRow;
import io.factuur.invoice.TestInvoices;
import io.factuur.invoice.ui.InvoiceMenus;
import io.factuur.scope.Scope;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
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
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What stands behind an invoice, one by one, for every role of {@code access-matrix.txt}: the menu at the end of its row,
 * the buttons of its page, its proof and its receipts; at its own scope, beside it and in another account, with all
 * switches off and on. What each needs stands in {@code page-actions.txt}.
 */
@DisabledIfSystemProperty(named = "factuur.test.database", matches = "postgresql", disabledReason = "asks no SQL")
class InvoiceMatrixTest extends UiTest {

    private static final AccessMatrix MATRIX = AccessMatrix.read();
    private static final Map<String, PageLine> PAGES =
            PageActions.read().stream().collect(Collectors.toMap(PageLine::route, page -> page));
    private static final BillingPeriod SEPTEMBER =
            new BillingPeriod(LocalDate.of(2024, 9, 1), LocalDate.of(2024, 10, 1));

    @Autowired
    TestScopes scopes;

    @Autowired
    TestInvoices made;

    @Autowired
    InvoiceLife life;

    @Autowired
    Assignments assignments;

    @Autowired
    JdbcClient jdbc;

    @TestFactory
    Stream<DynamicTest> everythingBehindAnInvoiceIsThereForWhoeverMay() {
        Map<AgreementType, World> worlds = new EnumMap<>(AgreementType.class);
        return MATRIX.rows.stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.agreement() + " " + row.role(),
                        () -> check(row, worlds.computeIfAbsent(row.agreement(), World::new))));
    }

    @Test
    void theOperatorPutsInvoicesRightAndNobodyElse() {
        PageLine page = PAGES.get("operator/invoices");
        InvoiceRow invoice = made.issued(
                scopes.child(scopes.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE), SEPTEMBER, "10");
        String address = page.route() + "?number=" + invoice.number();
        signIn(people.operator());
        assertThat(labels(show(address)))
                .containsExactlyInAnyOrderElementsOf(
                        page.buttons().stream().map(ButtonLine::label).toList());
        signIn(people.somebody());
        assertThat(isPage(show(address))).isFalse();
    }

    private void check(Row row, World world) {
        Person person = row.given() == null ? people.operator() : people.somebody();
        if (row.given() != null) {
            assignments.assign(
                    world.chain.get(row.given()).id(), person.username(), Role.valueOf(row.role()), people.operator());
        }
        signIn(person);
        Set<Condition> all = EnumSet.complementOf(EnumSet.of(Condition.NONE));
        boolean switched = row.cells().values().stream().anyMatch(cell -> cell.condition() != Condition.NONE);
        for (Set<Condition> on : switched ? List.of(Set.<Condition>of(), all) : List.of(all)) {
            world.turn(on);
            world.papers.forEach((paper, where) -> look(paper, where, row, on));
        }
    }

    private void look(InvoiceRow paper, Where where, Row row, Set<Condition> on) {
        String what = "%s %s, %s of %s, switches %s"
                .formatted(row.agreement(), row.role(), paper.documentType(), where, on.isEmpty() ? "off" : "on");
        ScopeKind kind = row.agreement().terms().invoicedKind();
        boolean sees = may("SEE_INVOICES", where, row, on);
        Set<String> wanted = new TreeSet<>();
        PAGES.get("billing/:scope/invoices").papers().stream()
                .filter(line -> line.note() == (paper.documentType().name().equals("CREDIT_NOTE")))
                .filter(line ->
                        line.isAt(row.agreement(), kind) && (!line.label().startsWith("Tax") || paper.hasTax()))
                .filter(line -> sees && may(line.needs(), where, row, on))
                .map(PaperLine::label)
                .forEach(wanted::add);

        show("billing/" + paper.scopeId() + "/invoices");
        List<Component> menu = new ArrayList<>(InvoiceMenus.of(paper.number()));
        if (row.agreement() == AgreementType.MOSP) {
            // One menu for the period: the credit note's beside the invoice's.
            menu.removeIf(link -> wanted.stream().noneMatch(text(link)::equals) && isOther(link, paper));
        }
        assertThat(menu.stream().map(InvoiceMatrixTest::text))
                .as(what + ": menu")
                .containsExactlyInAnyOrderElementsOf(wanted);

        Component page = show("invoices/" + paper.number());
        assertThat(isPage(page)).as(what + ": page").isEqualTo(sees);
        if (sees) {
            assertThat(papers(page).map(InvoiceMatrixTest::text).distinct())
                    .as(what + ": page")
                    .containsExactlyInAnyOrderElementsOf(wanted);
            buttons(page, what, where, row, on);
        }
        if (paper.documentType().name().equals("INVOICE")) {
            Component proof = show("invoices/" + paper.number() + "/proof");
            assertThat(isPage(proof)).as(what + ": proof").isEqualTo(sees);
            if (sees) {
                assertThat(labels(proof))
                        .containsExactlyElementsOf(PAGES.get("invoices/:number/proof").buttons().stream()
                                .map(ButtonLine::label)
                                .toList());
            }
        }
    }

    /** The receipts of the invoice, and in them who may have a mail sent again. */
    private void buttons(Component page, String what, Where where, Row row, Set<Condition> on) {
        PageLine line = PAGES.get("invoices/:number");
        List<Button> found = _find(page, Button.class).stream()
                .filter(button -> !button.getText().isEmpty() && !InvoiceMenus.isPaper(button))
                .toList();
        assertThat(found.stream().map(Button::getText))
                .as(what + ": buttons")
                .containsExactlyInAnyOrderElementsOf(line.buttons().stream()
                        .filter(ButtonLine::always)
                        .filter(button -> where.mailed() && may(button.needs(), where, row, on))
                        .map(ButtonLine::label)
                        .toList());
        found.forEach(button -> {
            _click(button);
            Dialog dialog = _find(Dialog.class).getLast();
            String again = line.buttons().getLast().label();
            assertThat(_find(dialog, Button.class, spec -> spec.withText(again)).isEmpty())
                    .as(what + ": " + again)
                    .isNotEqualTo(may(line.buttons().getLast().needs(), where, row, on));
            dialog.close();
        });
        assertThat(NotificationsKt.getNotifications()).as(what).isEmpty();
    }

    private static boolean may(String needs, Where where, Row row, Set<Condition> on) {
        if (needs.equals("ANYBODY")) {
            return true;
        }
        Cell cell = row.cells().get(Operation.valueOf(needs));
        return (row.given() == null || where.under().contains(row.given()))
                && cell.counts(on, false)
                && cell.kinds().contains(row.agreement().terms().invoicedKind());
    }

    private boolean isOther(Component link, InvoiceRow paper) {
        return !(link instanceof Anchor anchor) || !anchor.getHref().contains(paper.number());
    }

    private Component show(String address) {
        open(address);
        return (Component) UI.getCurrent().getActiveRouterTargetsChain().getFirst();
    }

    private static boolean isPage(Component shown) {
        return shown.getClass().isAnnotationPresent(Route.class);
    }

    private static Stream<Component> papers(Component page) {
        return Stream.concat(_find(page, Anchor.class).stream(), _find(page, Button.class).stream())
                .filter(InvoiceMenus::isPaper)
                .map(Component.class::cast);
    }

    private static Set<String> labels(Component page) {
        return Stream.concat(papers(page), _find(page, Button.class).stream())
                .map(InvoiceMatrixTest::text)
                .filter(label -> !label.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Component link) {
        return link instanceof Button button
                ? button.getText()
                : link.getElement().getTextRecursively();
    }

    /** @param under kinds of scope on the way down to it on which the tested roles are given */
    private record Where(String name, Set<ScopeKind> under, boolean mailed) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** An account with every kind of scope below, an invoice and a credit note there, one beside, one in another account. */
    private final class World {

        private final AgreementType agreement;
        private final Map<ScopeKind, Scope> chain = new EnumMap<>(ScopeKind.class);
        private final Map<InvoiceRow, Where> papers = new LinkedHashMap<>();
        private final Set<Long> world = new TreeSet<>();

        World(AgreementType agreement) {
            this.agreement = agreement;
            ScopeKind invoiced = agreement.terms().invoicedKind();
            Scope account = scopes.account(agreement);
            chain.put(ScopeKind.BILLING_ACCOUNT, account);
            for (Scope at = account; !agreement.terms().childrenOf(at.kind()).isEmpty(); ) {
                ScopeKind below = Collections.min(agreement.terms().childrenOf(at.kind()));
                at = scopes.child(at, below, "2024-07-01");
                chain.put(at.kind(), at);
            }
            Set<ScopeKind> above = EnumSet.of(ScopeKind.BILLING_ACCOUNT, invoiced);
            InvoiceRow own = made.issued(chain.get(invoiced), SEPTEMBER, "10");
            made.mailed(own);
            papers.put(own, new Where("its own", above, true));
            InvoiceRow note = life.credit(own.number(), BigDecimal.ONE, "A mistake", people.operator());
            papers.put(note, new Where("its own", above, false));
            if (invoiced != ScopeKind.BILLING_ACCOUNT) {
                papers.put(
                        made.issued(scopes.child(account, invoiced, "2024-07-01"), SEPTEMBER, "10"),
                        new Where("the one beside", EnumSet.of(ScopeKind.BILLING_ACCOUNT), false));
            }
            Scope foreign = scopes.account(agreement);
            papers.put(
                    made.issued(
                            invoiced == ScopeKind.BILLING_ACCOUNT
                                    ? foreign
                                    : scopes.child(foreign, invoiced, "2024-07-01"),
                            SEPTEMBER,
                            "10"),
                    new Where("another account", EnumSet.noneOf(ScopeKind.class), false));
            chain.values().forEach(scope -> world.add(scope.id()));
            papers.keySet().forEach(paper -> world.add(paper.scopeId()));
            world.add(foreign.id());
        }

        void turn(Set<Condition> on) {
            for (Condition condition : EnumSet.complementOf(EnumSet.of(Condition.NONE))) {
                jdbc.sql("update scope set " + condition.name().toLowerCase(Locale.ROOT)
                                + " = :on where id in (:world)")
                        .param("on", on.contains(condition))
                        .param("world", world)
                        .update();
            }
        }
    }
}
