package io.factuur.security;

import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.security.OneTimeLinks.Found;
import io.factuur.security.OneTimeLinks.Purpose;
import io.factuur.shared.EmailAddress;
import io.factuur.shared.Problem;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** How people get in: the operator invites them, a link lets them choose their password. */
@Service
public class Invitations {

    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,99}");

    private final PersonRepository people;
    private final People register;
    private final OneTimeLinks links;
    private final SecurityMail mail;
    private final Operators operators;
    private final PasswordEncoder passwords;
    private final PeopleNow now;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Invitations(
            PersonRepository people,
            People register,
            OneTimeLinks links,
            SecurityMail mail,
            Operators operators,
            PasswordEncoder passwords,
            PeopleNow now,
            AuditLog audit,
            JdbcClient jdbc,
            Clock clock,
            TransactionTemplate transaction) {
        this.people = people;
        this.register = register;
        this.links = links;
        this.mail = mail;
        this.operators = operators;
        this.passwords = passwords;
        this.now = now;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Invites somebody: a mail with a link leaves, or the link is handed to the operator where no mail can.
     *
     * @param language in which the mail is written and their pages speak
     * @throws Problem when the name or the address is taken or cannot be one
     */
    public Invitation invite(String username, String displayName, EmailAddress email, Locale language, Person person) {
        operators.require("people.invite", person);
        String name = username.strip();
        if (!USERNAME.matcher(name).matches()) {
            throw Problem.invalid("problem.username", name);
        }
        if (displayName.isBlank() || displayName.strip().length() > 200) {
            throw Problem.invalid("problem.display-name");
        }
        String secret = required(transaction.execute(status -> {
            Person invited = register.add(name, displayName.strip(), email, language);
            audit.record(AuditEvent.done(person.username(), "people.invite", null, name));
            return links.create(invited.id(), Purpose.PASSWORD, null);
        }));
        return send(name, displayName.strip(), email, language, secret);
    }

    /** Sends a new link, for whoever lost theirs or the password. The old password works until it is used. */
    public Invitation again(long personId, Person person) {
        operators.require("people.new-link", person);
        PersonRow row = people.findById(personId).orElseThrow(Problem::notFound);
        String secret = required(transaction.execute(status -> {
            audit.record(AuditEvent.done(person.username(), "people.new-link", null, row.username()));
            return links.create(personId, Purpose.PASSWORD, null);
        }));
        return send(
                row.username(),
                row.displayName(),
                new EmailAddress(row.email()),
                Locale.forLanguageTag(row.language()),
                secret);
    }

    /** Whose link it is; empty when it has been used or is too old. */
    public Optional<String> username(String secret) {
        return links.find(secret, Purpose.PASSWORD)
                .flatMap(found -> people.findById(found.personId()))
                .map(PersonRow::username);
    }

    /**
     * Uses the link: from now on they sign in with this password, and nobody is signed in with an older one.
     *
     * @throws Problem when the link works no longer or the password is too easy
     */
    public void choosePassword(String secret, String password) {
        transaction.executeWithoutResult(status -> {
            Found found = links.find(secret, Purpose.PASSWORD).orElseThrow(() -> Problem.invalid("problem.link"));
            PersonRow row = people.findById(found.personId()).orElseThrow(Problem::notFound);
            PasswordRules.check(password, row.username(), row.email());
            if (!links.use(found.id())) {
                throw Problem.invalid("problem.link");
            }
            jdbc.sql("""
                    update person set password_hash = :hash, sessions_from = :now, version = version + 1
                    where id = :id
                    """)
                    .param("hash", passwords.encode(password))
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("id", row.id())
                    .update();
            audit.record(AuditEvent.done(row.username(), "password.choose", null, row.username()));
            now.forget(found.personId());
        });
    }

    private Invitation send(String username, String name, EmailAddress email, Locale language, String secret) {
        String link = mail.link("welcome/" + secret);
        return mail.welcome(email, name, username, link, language)
                ? new Invitation(username, null)
                : new Invitation(username, link);
    }

    private static String required(@Nullable String secret) {
        if (secret == null) {
            throw new IllegalStateException("No link");
        }
        return secret;
    }

    /** @param link to be handed over by the operator, shown once; null when a mail has left */
    public record Invitation(String username, @Nullable String link) {}
}
