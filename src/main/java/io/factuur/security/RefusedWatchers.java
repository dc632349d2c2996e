package io.factuur.security;

import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Whoever is no operator finds no figures about the portal, and it is written down that they looked. */
@Component
class RefusedWatchers implements AccessDeniedHandler {

    private final AccessDeniedHandler otherwise = new AccessDeniedHandlerImpl();
    private final CurrentPerson people;
    private final AuditLog audit;

    RefusedWatchers(CurrentPerson people, AuditLog audit) {
        this.people = people;
        this.audit = audit;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (denied instanceof CsrfException) {
            otherwise.handle(request, response, denied);
            return;
        }
        String username = people.known().map(Person::username).orElse("?");
        audit.recordAlways(AuditEvent.refused(username, "portal.watch", null, request.getRequestURI()));
        SecurityConfig.notFound(request, response);
    }
}
