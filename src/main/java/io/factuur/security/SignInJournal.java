package io.factuur.security;

import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who came in, and when last. */
@Component
class SignInJournal {

    private final CurrentPerson people;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    SignInJournal(CurrentPerson people, JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.people = people;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void cameIn(InteractiveAuthenticationSuccessEvent event) {
        Authentication authentication = event.getAuthentication();
        people.signedIn(authentication).ifPresent(person -> {
            jdbc.sql("update person set last_sign_in_at = :now, version = version + 1 where id = :id")
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("id", person.id())
                    .update();
            audit.record(AuditEvent.done(person.username(), "sign-in", null, person.username())
                    .with("by", authentication.getClass().getSimpleName()));
        });
    }
}
