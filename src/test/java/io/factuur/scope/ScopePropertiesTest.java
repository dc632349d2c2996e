package io.factuur.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.TestPeople;
import io.factuur.TestTree;
import io.factuur.access.Assignment;
import io.factuur.access.Assignments;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class ScopePropertiesTest {

    @Autowired
    ScopeProperties properties;

    @Autowired
    Assignments assignments;

    @Autowired
    TestPeople people;

    @Autowired
    TestTree tree;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anInvoiceTakesEachItemFromTheNearestScopeThatHasIt() {
        long account = tree.account(AgreementType.MCA);
        long profile = tree.child(account, ScopeKind.BILLING_PROFILE);
        long bare = tree.child(account, ScopeKind.BILLING_PROFILE);
        address(account, "BILL_TO", "Account street 1");
        address(account, "SOLD_TO", "Sold street 1");
        address(profile, "BILL_TO", "Profile street 2");
        jdbc.sql("insert into scope_properties (scope_id, purchase_order, tax_id, payment_days) values (?, ?, ?, 14)")
                .params(account, "PO-account", "NL001")
                .update();
        jdbc.sql("insert into scope_properties (scope_id, purchase_order) values (?, ?)")
                .params(profile, "PO-profile")
                .update();

        BillingDetails details = properties.billing(profile);
        assertThat(details.billTo()).extracting(Address::line1).isEqualTo("Profile street 2");
        assertThat(details.soldTo()).extracting(Address::line1).isEqualTo("Sold street 1");
        assertThat(details.purchaseOrder()).isEqualTo("PO-profile");
        assertThat(details.taxId()).isEqualTo("NL001");
        assertThat(details.terms().paymentDays()).isEqualTo(14);
        assertThat(properties.billing(bare).billTo()).extracting(Address::line1).isEqualTo("Account street 1");
    }

    @Test
    void aChangeIsKeptAndWrittenDownWithBeforeAndAfter() {
        long profile = tree.child(tree.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        Person owner = people.somebody();
        assignments.assign(profile, owner.username(), Role.BILLING_PROFILE_OWNER, people.operator());
        Properties before = properties.get(profile, owner);
        Address street = new Address(null, " Street 1 ", null, null, "Utrecht", "3511 ab", null, "nl");
        properties.change(profile, with(before, "PO-7", street), owner);
        Properties after = properties.get(profile, owner);
        assertThat(after.purchaseOrder()).isEqualTo("PO-7");
        assertThat(after.billTo())
                .isEqualTo(new Address(null, "Street 1", null, null, "Utrecht", "3511 AB", null, "NL"));
        assertThat(jdbc.sql("select detail from audit_entry where scope_id = ? and action = 'properties.change'")
                        .param(profile)
                        .query(String.class)
                        .list())
                .hasSize(2)
                .anyMatch(detail -> detail.contains("PURCHASE_ORDER") && detail.contains("PO-7"));
        properties.change(profile, after, owner);
        assertThat(jdbc.sql("select count(*) from audit_entry where scope_id = ? and action = 'properties.change'")
                        .param(profile)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void anAddressMustFitItsCountry() {
        long profile = tree.child(tree.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        Person operator = people.operator();
        Properties before = properties.get(profile, operator);
        for (Address wrong : List.of(
                new Address(null, "Street 1", null, null, "Utrecht", "12345", null, "NL"),
                new Address(null, "Street 1", null, null, "Utrecht", "3511 AB", null, "Holland"),
                new Address(null, "Street 1", null, null, "Seattle", "98101", null, "US"),
                new Address(null, "Street 1", null, null, "", "3511 AB", null, "NL"))) {
            assertThatThrownBy(() -> properties.change(profile, with(before, null, wrong), operator))
                    .isInstanceOf(Problem.class);
        }
        assertThat(properties.get(profile, operator).billTo()).isNull();
    }

    @Test
    void whoMayNotChangeItFindsNothingAndTheContractIsTheOperators() {
        long profile = tree.child(tree.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        Person reader = people.somebody();
        Person owner = people.somebody();
        assignments.assign(profile, reader.username(), Role.BILLING_PROFILE_READER, people.operator());
        assignments.assign(profile, owner.username(), Role.BILLING_PROFILE_OWNER, people.operator());
        Properties before = properties.get(profile, reader);
        assertThatThrownBy(() -> properties.change(profile, with(before, "PO-8", null), reader))
                .isInstanceOf(Problem.class);
        Properties free = new Properties(
                before.displayName(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                before.tags(),
                before.enrollment(),
                before.sold(),
                new Terms(BigDecimal.ZERO, 365, null),
                before.status(),
                before.statusReason(),
                before.version());
        assertThatThrownBy(() -> properties.change(profile, free, owner)).isInstanceOf(Problem.class);
        assertThat(properties.get(profile, owner)).isEqualTo(before);
    }

    @Test
    void aChangeFromAStaleLookIsRefusedAndLosesNobodysWork() {
        long profile = tree.child(tree.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        Person operator = people.operator();
        Properties seenByBoth = properties.get(profile, operator);
        properties.change(profile, with(seenByBoth, "PO-first", null), operator);
        assertThatThrownBy(() -> properties.change(profile, with(seenByBoth, "PO-second", null), operator))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT);
                    assertThat(problem.key()).isEqualTo("problem.properties.changed-since");
                });
        Properties kept = properties.get(profile, operator);
        assertThat(kept.purchaseOrder()).isEqualTo("PO-first");
        assertThat(properties
                        .change(profile, with(kept, "PO-second", null), operator)
                        .purchaseOrder())
                .isEqualTo("PO-second");
    }

    @Test
    void tagsAreKeptByNameAndEachChangeOfThemIsWrittenDown() {
        long section = tree.child(profile(), ScopeKind.INVOICE_SECTION);
        Person owner = holder(section, Role.INVOICE_SECTION_OWNER);
        Properties before = properties.get(section, owner);
        assertThat(before.tags()).isEmpty();

        Properties kept = properties.change(section, tagged(before, Map.of(" Team ", " Blue ", "Empty", "")), owner);
        assertThat(kept.tags()).containsExactly(Map.entry("Empty", ""), Map.entry("Team", "Blue"));
        properties.change(section, tagged(kept, Map.of("team", "Blue", "Empty", "")), owner);
        assertThat(properties.get(section, owner).tags()).containsOnlyKeys("Empty", "team");
        assertThat(changes(section))
                .hasSize(2)
                .allMatch(detail -> detail.contains("TAGS"))
                .anyMatch(detail -> detail.contains("{Empty=, Team=Blue}") && detail.contains("{Empty=, team=Blue}"));
    }

    @Test
    void aTagThatCloudsWouldRefuseIsRefused() {
        long profile = profile();
        Person owner = holder(profile, Role.BILLING_PROFILE_CONTRIBUTOR);
        Properties before = properties.get(profile, owner);
        Map<String, String> many =
                IntStream.rangeClosed(1, 51).boxed().collect(Collectors.toMap(i -> "t" + i, i -> ""));
        for (Map<String, String> wrong : List.of(
                Map.of("a/b", "c"),
                Map.of("<b>", "c"),
                Map.of("", "c"),
                Map.of("long", "x".repeat(257)),
                Map.of("Team", "1", "team", "2"),
                many)) {
            assertThatThrownBy(() -> properties.change(profile, tagged(before, wrong), owner))
                    .isInstanceOf(Problem.class);
        }
        many.remove("t51");
        assertThat(properties.change(profile, tagged(before, many), owner).tags())
                .hasSize(50);
    }

    @Test
    void tagsAreOfAProfileAndASectionOnly() {
        long account = tree.account(AgreementType.EA);
        Person operator = people.operator();
        Properties before = properties.get(account, operator);
        assertThatThrownBy(() -> properties.change(account, tagged(before, Map.of("a", "b")), operator))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.key()).isEqualTo("problem.property.not-here"));
    }

    @Test
    void aRegistrationNumberMustFitTheRegisterOfTheCountry() {
        long account = tree.account(AgreementType.MCA);
        Person owner = holder(account, Role.BILLING_ACCOUNT_OWNER);
        Properties before = properties.get(account, owner);
        Address dutch = new Address(null, "Street 1", null, null, "Utrecht", "3511 AB", null, "NL");
        assertThatThrownBy(() -> properties.change(account, registered(before, "1234567", dutch), owner))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.key()).isEqualTo("problem.registration-number"));
        Properties kept = properties.change(account, registered(before, "1234 5678", dutch), owner);
        assertThat(kept.registrationNumber()).isEqualTo("12345678");
        assertThat(changes(account)).anyMatch(detail -> detail.contains("REGISTRATION_NUMBER"));
        Address german = new Address(null, "Street 1", null, null, "Berlin", "10115", null, "DE");
        assertThat(properties
                        .change(account, registered(kept, "HRB 4711 B", german), owner)
                        .registrationNumber())
                .isEqualTo("HRB 4711 B");
    }

    @Test
    void onlyTheOperatorSaysWhyAScopeIsDisabledAndAnActiveOneHasNoReason() {
        long profile = profile();
        Person owner = holder(profile, Role.BILLING_PROFILE_OWNER);
        Properties before = properties.get(profile, owner);
        Properties late = standing(before, ScopeStatus.DISABLED, StatusReason.PAST_DUE);
        assertThatThrownBy(() -> properties.change(profile, late, owner)).isInstanceOf(Problem.class);

        Properties kept = properties.change(profile, late, people.operator());
        assertThat(kept.statusReason()).isEqualTo(StatusReason.PAST_DUE);
        assertThat(changes(profile))
                .anyMatch(detail -> detail.contains("STATUS_REASON") && detail.contains("PAST_DUE"));
        assertThatThrownBy(() -> properties.change(profile, standing(kept, ScopeStatus.DISABLED, null), owner))
                .isInstanceOf(Problem.class);

        Properties again = properties.change(
                profile, standing(kept, ScopeStatus.ACTIVE, StatusReason.PAST_DUE), people.operator());
        assertThat(again.statusReason()).isNull();
    }

    @Test
    void theOwnerOfAnEnrollmentsAccountIsNamedToWhoeverMaySeeWhoHasAccess() {
        long account = tree.child(tree.account(AgreementType.EA), ScopeKind.ENROLLMENT_ACCOUNT);
        assertThat(properties.owners(account, people.operator())).isEmpty();
        Person owner = holder(account, Role.ACCOUNT_OWNER);
        assertThat(properties.owners(account, people.operator()))
                .extracting(Assignment::username)
                .containsExactly(owner.username());
        assertThat(properties.owners(account, owner)).hasSize(1);

        long profile = profile();
        Person other = holder(profile, Role.BILLING_PROFILE_OWNER);
        assertThat(properties.owners(profile, other)).as("has several roles").isEmpty();
        assertThatThrownBy(() -> properties.owners(account, other)).isInstanceOf(Problem.class);
    }

    @Test
    void whoMayNotSeeWhoHasAccessLearnsOfNoOwner() {
        long program = tree.account(AgreementType.MOSP);
        Person administrator = holder(program, Role.ACCOUNT_ADMINISTRATOR);
        assertThat(properties.owners(program, administrator))
                .extracting(Assignment::username)
                .containsExactly(administrator.username());
        long subscription = tree.child(program, ScopeKind.SUBSCRIPTION);
        Person costs = holder(subscription, Role.COST_MANAGEMENT_READER);
        assertThat(properties.owners(subscription, costs)).isEmpty();
        assertThatThrownBy(() -> properties.owners(program, costs)).isInstanceOf(Problem.class);
    }

    private long profile() {
        return tree.child(tree.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
    }

    private Person holder(long scope, Role role) {
        Person person = people.somebody();
        assignments.assign(scope, person.username(), role, people.operator());
        return person;
    }

    private List<String> changes(long scope) {
        return jdbc.sql("select detail from audit_entry where scope_id = ? and action = 'properties.change'")
                .param(scope)
                .query(String.class)
                .list();
    }

    private static Properties tagged(Properties before, Map<String, String> tags) {
        return changed(before, before.soldTo(), before.registrationNumber(), tags, before.status(), null);
    }

    private static Properties registered(Properties before, String number, Address soldTo) {
        return changed(before, soldTo, number, before.tags(), before.status(), null);
    }

    private static Properties standing(Properties before, ScopeStatus status, @Nullable StatusReason reason) {
        return changed(before, before.soldTo(), before.registrationNumber(), before.tags(), status, reason);
    }

    private static Properties changed(
            Properties before,
            @Nullable Address soldTo,
            @Nullable String registration,
            Map<String, String> tags,
            ScopeStatus status,
            @Nullable StatusReason reason) {
        return new Properties(
                before.displayName(),
                before.billTo(),
                soldTo,
                before.shipTo(),
                before.purchaseOrder(),
                before.taxId(),
                registration,
                before.contactEmail(),
                before.costCenter(),
                tags,
                before.enrollment(),
                before.sold(),
                before.terms(),
                status,
                reason,
                before.version());
    }

    private static Properties with(Properties before, @Nullable String order, @Nullable Address billTo) {
        return new Properties(
                before.displayName(),
                billTo,
                before.soldTo(),
                before.shipTo(),
                order,
                before.taxId(),
                before.registrationNumber(),
                before.contactEmail(),
                before.costCenter(),
                before.tags(),
                before.enrollment(),
                before.sold(),
                before.terms(),
                before.status(),
                before.statusReason(),
                before.version());
    }

    private void address(long scope, String purpose, String street) {
        jdbc.sql(
                        "insert into scope_address (scope_id, purpose, line1, city, country) values (?, ?, ?, 'Utrecht', 'NL')")
                .params(scope, purpose, street)
                .update();
    }
}
