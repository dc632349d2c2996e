package io.factuur.security;

import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;

/**
 * What Spring Security does after a password and leaves out after a passkey: nobody comes in who has been disabled, and
 * whoever does gets a session of a new name, so that a planted one is worth nothing.
 */
@Component
class PasskeySession implements SessionAuthenticationStrategy {

    private final SessionAuthenticationStrategy rename = new ChangeSessionIdAuthenticationStrategy();
    private final CurrentPerson people;
    private final PeopleNow now;
    private final AuditLog audit;

    PasskeySession(CurrentPerson people, PeopleNow now, AuditLog audit) {
        this.people = people;
        this.now = now;
        this.audit = audit;
    }

    @Override
    public void onAuthentication(Authentication known, HttpServletRequest request, HttpServletResponse response) {
        Person person = people.signedIn(known).orElseThrow(() -> new DisabledException("Nobody"));
        if (now.of(person.id()).filter(state -> !state.disabled()).isEmpty()) {
            audit.recordAlways(AuditEvent.refused(person.username(), "sign-in", null, person.username())
                    .with("from", request.getRemoteAddr())
                    .with("why", DisabledException.class.getSimpleName()));
            throw new DisabledException("Disabled");
        }
        rename.onAuthentication(known, request, response);
    }
}
