package io.factuur.security;

import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.shared.EmailAddress;
import io.factuur.shared.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An empty portal asks for its first operator; whoever can read its log has the code. */
@Service
public class FirstOperator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstOperator.class);

    private final People people;
    private final SignInPauses pauses;
    private final SecurityMail mail;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final boolean asks;
    private volatile @Nullable String code;

    FirstOperator(
            People people,
            SignInPauses pauses,
            SecurityMail mail,
            AuditLog audit,
            JdbcClient jdbc,
            @Value("${factuur.ask-for-operator}") boolean asks) {
        this.people = people;
        this.pauses = pauses;
        this.mail = mail;
        this.audit = audit;
        this.jdbc = jdbc;
        this.asks = asks;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (asks) {
            askForOne();
        }
    }

    void askForOne() {
        if (nobodyYet()) {
            String fresh = Secrets.code();
            code = fresh;
            LOG.warn("There is no operator yet. Open {} and enter the code {}", mail.link("setup"), fresh);
        }
    }

    /** Whether the portal waits for its first operator. */
    public boolean isWanted() {
        if (code != null && !nobodyYet()) {
            code = null;
        }
        return code != null;
    }

    /** @throws Problem when the code is wrong, the portal has its operator, or the password is too easy */
    @Transactional
    public void register(String given, String username, String displayName, EmailAddress email, String password) {
        String wanted = code;
        if (wanted == null || !isWanted()) {
            throw Problem.notFound();
        }
        if (pauses.pause("setup", "setup").isPositive()) {
            throw Problem.tooMany("problem.password.paused");
        }
        if (!MessageDigest.isEqual(bytes(given.strip().toUpperCase(Locale.ROOT)), bytes(wanted))) {
            pauses.failed("setup", "setup");
            throw Problem.invalid("problem.setup.code");
        }
        PasswordRules.check(password, username.strip(), email.value());
        people.register(username.strip(), displayName.strip(), email, password, true);
        audit.record(AuditEvent.done(username.strip(), "operator.first", null, username.strip()));
        code = null;
    }

    private boolean nobodyYet() {
        return jdbc.sql("select count(*) from person where operator")
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
