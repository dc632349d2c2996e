package io.factuur.security;

import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.security.OneTimeLinks.Found;
import io.factuur.security.OneTimeLinks.Purpose;
import io.factuur.shared.EmailAddress;
import io.factuur.shared.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people keep about themselves. Each method speaks of the person who asks, and of nobody else. */
@Service
public class Profiles {

    private final PersonRepository people;
    private final OneTimeLinks links;
    private final SecurityMail mail;
    private final SignInPauses pauses;
    private final PasswordEncoder passwords;
    private final PeopleNow now;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Profiles(
            PersonRepository people,
            OneTimeLinks links,
            SecurityMail mail,
            SignInPauses pauses,
            PasswordEncoder passwords,
            PeopleNow now,
            AuditLog audit,
            JdbcClient jdbc,
            Clock clock) {
        this.people = people;
        this.links = links;
        this.mail = mail;
        this.pauses = pauses;
        this.passwords = passwords;
        this.now = now;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param mailAddress where mails go
     * @param waitingAddress an address that waits to be confirmed
     */
    public record Profile(
            String username,
            String displayName,
            String email,
            String mailAddress,
            @Nullable String waitingAddress,
            boolean hasPassword) {}

    @Transactional(readOnly = true)
    public Profile of(Person person) {
        PersonRow row = row(person);
        String waiting = jdbc.sql("""
                select address from one_time_link where person_id = :id and purpose = 'ADDRESS' and used_at is null
                and expires_at > :now order by id desc fetch first 1 row only
                """)
                .param("id", person.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .orElse(null);
        return new Profile(
                row.username(),
                row.displayName(),
                row.email(),
                Objects.requireNonNullElse(row.communicationEmail(), row.email()),
                waiting,
                row.passwordHash() != null);
    }

    @Transactional
    public void rename(String displayName, Person person) {
        String name = displayName.strip();
        if (name.isEmpty() || name.length() > 200) {
            throw Problem.invalid("problem.display-name");
        }
        jdbc.sql("update person set display_name = :name, version = version + 1 where id = :id")
                .param("name", name)
                .param("id", person.id())
                .update();
        audit.record(AuditEvent.done(person.username(), "profile.rename", null, person.username()));
        now.forget(person.id());
    }

    /**
     * Changes the password; every other session of the person ends.
     *
     * @return from when on sessions count: the one that asks must be marked as begun then
     * @throws Problem when the current one is wrong or the new one too easy
     */
    @Transactional
    public Instant changePassword(String current, String wanted, Person person) {
        PersonRow row = row(person);
        if (pauses.pause(person.username(), "profile").isPositive()) {
            throw Problem.tooMany("problem.password.paused");
        }
        if (row.passwordHash() != null && !passwords.matches(current, row.passwordHash())) {
            pauses.failed(person.username(), "profile");
            throw Problem.invalid("problem.password.wrong");
        }
        PasswordRules.check(wanted, row.username(), row.email());
        Instant from = clock.instant().truncatedTo(ChronoUnit.MICROS);
        jdbc.sql("""
                update person set password_hash = :hash, sessions_from = :now, version = version + 1 where id = :id
                """)
                .param("hash", passwords.encode(wanted))
                .param("now", from.atOffset(ZoneOffset.UTC))
                .param("id", person.id())
                .update();
        links.end(person.id(), Purpose.PASSWORD);
        audit.record(AuditEvent.done(person.username(), "password.change", null, person.username()));
        now.forget(person.id());
        return from;
    }

    /**
     * Asks to have mails sent somewhere else: a link goes there, and counts once it is followed.
     *
     * @throws Problem when no mail can be sent
     */
    @Transactional
    public void askForAddress(EmailAddress address, Locale language, Person person) {
        if (!mail.ready()) {
            throw Problem.conflict("problem.mail.none");
        }
        String secret = links.create(person.id(), Purpose.ADDRESS, address);
        if (!mail.confirm(address, person.displayName(), mail.link("confirm-address/" + secret), language)) {
            throw Problem.conflict("problem.mail.failed");
        }
        audit.record(AuditEvent.done(person.username(), "address.ask", null, person.username()));
    }

    /** Whose link it is and what it would confirm; empty when it works no longer. */
    @Transactional(readOnly = true)
    public Optional<String> addressToConfirm(String secret) {
        return links.find(secret, Purpose.ADDRESS).map(Found::address);
    }

    /** @throws Problem when the link works no longer */
    @Transactional
    public void confirmAddress(String secret) {
        Found found = links.find(secret, Purpose.ADDRESS).orElseThrow(() -> Problem.invalid("problem.link"));
        String username =
                people.findById(found.personId()).orElseThrow(Problem::notFound).username();
        if (found.address() == null || !links.use(found.id())) {
            throw Problem.invalid("problem.link");
        }
        jdbc.sql("update person set communication_email = :address, version = version + 1 where id = :id")
                .param("address", found.address())
                .param("id", found.personId())
                .update();
        audit.record(AuditEvent.done(username, "address.confirm", null, username));
    }

    private PersonRow row(Person person) {
        return people.findById(person.id()).orElseThrow(Problem::notFound);
    }
}
