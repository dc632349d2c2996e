package io.factuur.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.IntegrationTest;
import io.factuur.TestClock;
import io.factuur.access.Assignments;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.security.Person;
import io.factuur.shared.EmailAddress;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Random histories of opting in and out, roles given and taken, recipients added, confirmed, removed and outlived: the
 * addresses that are mailed are those that the rules of the requirement give, as a second implementation, written
 * from its words and knowing nothing of the first, computes them from the same history.
 */
@IntegrationTest
class AudiencePropertyTest {

    /** The rules: what a scope's history comes to. */
    private static final class Expected {

        final AgreementType agreement;
        boolean optedIn;
        /** Roles by person, directly on the scope or on the account above. */
        final Map<String, Set<Role>> onScope = new HashMap<>();

        final Map<String, Set<Role>> onAccount = new HashMap<>();
        final Map<String, LocalDate> confirmedUntil = new HashMap<>();
        final Map<String, LocalDate> unconfirmed = new HashMap<>();

        Expected(AgreementType agreement) {
            this.agreement = agreement;
        }

        void optOut() {
            optedIn = false;
            confirmedUntil.clear();
            unconfirmed.clear();
        }

        Set<String> mailed(LocalDate today) {
            Set<String> addresses = new TreeSet<>();
            boolean contacts = agreement == AgreementType.EA;
            if (!optedIn && !contacts) {
                return addresses;
            }
            confirmedUntil.forEach((address, last) -> {
                if (!last.isBefore(today)) {
                    addresses.add(address);
                }
            });
            if (agreement == AgreementType.MOSP) {
                onAccount.forEach((person, roles) -> {
                    if (roles.contains(Role.ACCOUNT_ADMINISTRATOR)) {
                        addresses.add(person);
                    }
                });
            }
            if (agreement == AgreementType.MCA) {
                Set<Role> receiving = Set.of(
                        Role.BILLING_PROFILE_OWNER,
                        Role.BILLING_PROFILE_CONTRIBUTOR,
                        Role.BILLING_PROFILE_READER,
                        Role.INVOICE_MANAGER);
                onScope.forEach((person, roles) -> {
                    if (roles.stream().anyMatch(receiving::contains)) {
                        addresses.add(person);
                    }
                });
            }
            return addresses;
        }
    }

    @Autowired
    PostOffice post;

    @Autowired
    Assignments assignments;

    @Autowired
    TestClock clock;

    private final FakePapers papers = new FakePapers();

    @AfterEach
    void putClockRight() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void thoseWhoAreMailedAreThoseWhomTheRulesGive(long seed) {
        post.clear();
        Random random = new Random(seed);
        AgreementType agreement = AgreementType.values()[random.nextInt(AgreementType.values().length)];
        History history = new History(agreement, random);
        for (int step = 0; step < 30; step++) {
            history.step();
            if (random.nextInt(5) == 0) {
                history.check(seed + "/" + step);
            }
        }
        history.check(seed + "/end");
    }

    private final class History {

        private final Random random;
        private final Expected expected;
        private final long account;
        private final long scope;
        private final Person keeper;
        private final List<Person> people = new ArrayList<>();
        private final List<EmailAddress> addresses = new ArrayList<>();
        private final Set<String> given = new LinkedHashSet<>();

        History(AgreementType agreement, Random random) {
            this.random = random;
            expected = new Expected(agreement);
            account = post.tree.account(agreement);
            scope = switch (agreement) {
                case MOSP -> post.tree.child(account, ScopeKind.SUBSCRIPTION);
                case MCA -> post.tree.child(account, ScopeKind.BILLING_PROFILE);
                case EA -> account;
            };
            for (int i = 0; i < 6; i++) {
                people.add(post.people.somebody());
                addresses.add(PostOffice.newAddress());
            }
            // An address that is somebody's own, in capitals.
            addresses.add(new EmailAddress(people.getFirst().email().toUpperCase(Locale.ROOT)));
            keeper = post.people.somebody();
            give(account, keeperRole(agreement), keeper);
        }

        private static Role keeperRole(AgreementType agreement) {
            return switch (agreement) {
                case MOSP -> Role.ACCOUNT_ADMINISTRATOR;
                case MCA -> Role.BILLING_ACCOUNT_OWNER;
                case EA -> Role.ENTERPRISE_ADMINISTRATOR;
            };
        }

        void step() {
            switch (random.nextInt(9)) {
                case 0, 1 -> optIn();
                case 2 -> {
                    if (random.nextInt(3) == 0) {
                        optOut();
                    }
                }
                case 3, 4 -> giveSomeRole();
                case 5 -> takeSomeRole();
                case 6, 7 -> add();
                default -> removeOrWait();
            }
        }

        private void optIn() {
            if (expected.agreement != AgreementType.EA) {
                post.preferences.optIn(scope, MailTerms.current(), keeper);
                expected.optedIn = true;
            }
        }

        private void optOut() {
            if (expected.agreement != AgreementType.EA) {
                post.preferences.optOut(scope, keeper);
                expected.optOut();
            }
        }

        private void giveSomeRole() {
            boolean above = random.nextBoolean() && account != scope;
            long at = above ? account : scope;
            List<Role> possible =
                    expected
                            .agreement
                            .terms()
                            .rolesAt(above || account == scope ? ScopeKind.BILLING_ACCOUNT : kind())
                            .stream()
                            .filter(role -> !role.forProgramsOnly())
                            .toList();
            give(at, possible.get(random.nextInt(possible.size())), people.get(random.nextInt(people.size())));
        }

        private ScopeKind kind() {
            return expected.agreement.terms().invoicedKind();
        }

        private void give(long at, Role role, Person person) {
            if (given.add(at + " " + role + " " + person.username())) {
                assignments.assign(at, person.username(), role, post.people.operator());
                (at == account && account != scope ? expected.onAccount : expected.onScope)
                        .computeIfAbsent(person.email(), none -> new HashSet<>())
                        .add(role);
            }
        }

        private void takeSomeRole() {
            List<String> taken = given.stream()
                    .filter(entry -> !entry.endsWith(keeper.username()))
                    .toList();
            if (taken.isEmpty()) {
                return;
            }
            String entry = taken.get(random.nextInt(taken.size()));
            given.remove(entry);
            String[] parts = entry.split(" ");
            Person person = people.stream()
                    .filter(somebody -> somebody.username().equals(parts[2]))
                    .findFirst()
                    .orElseThrow();
            post.jdbc
                    .sql("""
                            update assignment set ended_at = current_timestamp
                            where scope_id = :scope and role = :role and person_id = :person and ended_at is null
                            """)
                    .param("scope", Long.parseLong(parts[0]))
                    .param("role", parts[1])
                    .param("person", person.id())
                    .update();
            boolean above = Long.parseLong(parts[0]) == account && account != scope;
            (above ? expected.onAccount : expected.onScope)
                    .getOrDefault(person.email(), new HashSet<>())
                    .remove(Role.valueOf(parts[1]));
        }

        private void add() {
            EmailAddress address = addresses.get(random.nextInt(addresses.size()));
            String key = address.value().toLowerCase(Locale.ROOT);
            boolean possible = expected.optedIn || expected.agreement == AgreementType.EA;
            if (!possible || expected.confirmedUntil.containsKey(key) || expected.unconfirmed.containsKey(key)) {
                return;
            }
            @Nullable LocalDate last = random.nextInt(3) == 0 ? today().plusDays(random.nextInt(3)) : null;
            post.recipients.add(scope, new NewRecipient(address, "en", MailContent.PDF, last), keeper);
            LocalDate until = last == null ? LocalDate.MAX : last;
            if (random.nextInt(3) > 0) {
                post.confirm(address);
                expected.confirmedUntil.put(key, until);
            } else {
                expected.unconfirmed.put(key, until);
            }
        }

        private void removeOrWait() {
            if (random.nextBoolean()) {
                clock.advance(Duration.ofDays(1));
                return;
            }
            post.preferences.get(scope, keeper).recipients().stream()
                    .filter(row -> row.id() != null)
                    .findAny()
                    .ifPresent(row -> {
                        EmailAddress address = new EmailAddress(row.address());
                        post.recipients.remove(scope, address, keeper);
                        expected.confirmedUntil.remove(address.normalised());
                        expected.unconfirmed.remove(address.normalised());
                    });
        }

        void check(String where) {
            post.issue(scope, papers);
            post.sender(post.mailbox, papers).sendDue();
            Set<String> mailed = new TreeSet<>();
            List<String> candidates = new ArrayList<>(List.of(keeper.email()));
            people.forEach(person -> candidates.add(person.email()));
            addresses.forEach(address -> candidates.add(address.normalised()));
            for (String address : new TreeSet<>(candidates)) {
                post.sent.sentTo(address).stream()
                        .filter(mail -> mail.headers().contains("X-Factuur-Invoice: " + papers.last()))
                        .forEach(mail -> assertThat(mailed.add(address))
                                .as("mailed once")
                                .isTrue());
            }
            assertThat(mailed)
                    .as("history %s under %s", where, expected.agreement)
                    .isEqualTo(expected.mailed(today()));
        }

        private LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        }
    }
}
