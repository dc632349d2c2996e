package io.factuur.security;

import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import java.time.Duration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Sign-in by password, with growing pauses between wrong tries. */
@Component
class SlowedSignIn implements AuthenticationProvider {

    /** Too many wrong tries: even the right password must wait. */
    static final class Paused extends AuthenticationException {

        private final long seconds;

        Paused(Duration pause) {
            super("Paused");
            this.seconds = Math.max(1, pause.toSeconds());
        }

        long seconds() {
            return seconds;
        }
    }

    private final DaoAuthenticationProvider passwords;
    private final SignInDetails people;
    private final SignInPauses pauses;
    private final AuditLog audit;

    SlowedSignIn(SignInDetails people, PasswordEncoder encoder, SignInPauses pauses, AuditLog audit) {
        this.people = people;
        this.pauses = pauses;
        this.audit = audit;
        this.passwords = new DaoAuthenticationProvider(people);
        this.passwords.setPasswordEncoder(encoder);
    }

    @Override
    public Authentication authenticate(Authentication tried) {
        String name = tried.getName();
        String address = address(tried);
        Duration pause = pauses.pause(name, address);
        if (pause.isPositive()) {
            refused(name, address, "paused");
            throw new Paused(pause);
        }
        try {
            Authentication known = passwords.authenticate(tried);
            pauses.succeeded(name, address);
            return known;
        } catch (AuthenticationException wrong) {
            pauses.failed(name, address);
            refused(name, address, wrong.getClass().getSimpleName());
            throw wrong;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return passwords.supports(authentication);
    }

    /** What was typed is written down only if somebody is called so: people type passwords into the wrong field. */
    private void refused(String name, String address, String why) {
        String known = people.usernameOf(name).orElse("<unknown>");
        audit.recordAlways(AuditEvent.refused(known, "sign-in", null, known)
                .with("from", address)
                .with("why", why));
    }

    private static String address(Authentication tried) {
        return tried.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }
}
