package io.factuur.invoice;

import io.factuur.access.Guard;
import io.factuur.access.Unguarded;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.security.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The company that issues the invoices: what the operator has filled in, or else the settings. A change counts for what is
 * issued from then on; nothing that has been issued changes.
 */
@Service
public class Issuer implements CurrentIssuer {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final IssuerSettings settings;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Guard guard;
    private final AuditLog audit;
    private final Clock clock;
    private volatile @Nullable Known known;

    Issuer(IssuerSettings settings, JdbcClient jdbc, JsonMapper json, Guard guard, AuditLog audit, Clock clock) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.json = json;
        this.guard = guard;
        this.audit = audit;
        this.clock = clock;
    }

    private record Known(IssuerSettings issuer, Instant readAt) {}

    @Override
    @Unguarded(because = "it stands on each invoice")
    public IssuerSettings now() {
        Instant now = clock.instant();
        Known last = known;
        if (last == null || Duration.between(last.readAt(), now).abs().compareTo(FRESH) > 0) {
            IssuerDetails stored = stored();
            last = new Known(stored == null ? settings : stored.over(settings), now);
            known = last;
        }
        return last.issuer();
    }

    /** What the operator can change. */
    @Transactional(readOnly = true)
    public IssuerDetails details(Person person) {
        guard.requireOperator("issuer.see", person);
        IssuerDetails stored = stored();
        return stored == null ? IssuerDetails.of(settings) : stored;
    }

    /** Whether there is more than a name to be put on an invoice. */
    @Transactional(readOnly = true)
    public boolean isFilledIn(Person person) {
        return !details(person).address().isEmpty();
    }

    /** @throws io.factuur.shared.Problem when an invoice could not be issued so */
    @Transactional
    public void change(IssuerDetails wanted, Person person) {
        guard.requireOperator("issuer.change", person);
        IssuerDetails details = wanted.tidied();
        details.check();
        IssuerDetails before = details(person);
        if (details.equals(before)) {
            return;
        }
        String content = json.writeValueAsString(details);
        jdbc.sql("insert into issuer_details (id, content, changed_at, changed_by) values (1, :content, :now, :by)"
                        + " on conflict do nothing")
                .param("content", content)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", person.username())
                .update();
        jdbc.sql("update issuer_details set content = :content, changed_at = :now, changed_by = :by where id = 1")
                .param("content", content)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", person.username())
                .update();
        audit.record(AuditEvent.done(person.username(), "issuer.change", null, details.name())
                .with("before", json.writeValueAsString(before))
                .with("after", content));
        forget();
    }

    /** Reads anew next time. */
    void forget() {
        known = null;
    }

    private @Nullable IssuerDetails stored() {
        return jdbc.sql("select content from issuer_details where id = 1")
                .query(String.class)
                .optional()
                .map(content -> json.readValue(content, IssuerDetails.class))
                .orElse(null);
    }
}
