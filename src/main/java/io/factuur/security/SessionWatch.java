package io.factuur.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session of whoever has been disabled, made or unmade operator, or has changed the password elsewhere. Asked
 * with each request, so that it counts at once.
 */
class SessionWatch extends OncePerRequestFilter {

    private final SecurityContextHolderStrategy holder;
    private final CurrentPerson people;
    private final PeopleNow now;
    private final Clock clock;

    SessionWatch(SecurityContextHolderStrategy holder, CurrentPerson people, PeopleNow now, Clock clock) {
        this.holder = holder;
        this.people = people;
        this.now = now;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Authentication who = holder.getContext().getAuthentication();
        Optional<Person> signedIn = people.signedIn(who);
        if (session != null && who != null && signedIn.isPresent() && !mayStay(session, who, signedIn.get())) {
            session.invalidate();
            holder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean mayStay(HttpSession session, Authentication who, Person person) {
        if (session.getAttribute(SessionMark.SINCE) == null) {
            session.setAttribute(SessionMark.SINCE, clock.instant());
        }
        Instant since = (Instant) session.getAttribute(SessionMark.SINCE);
        boolean operator = who.getAuthorities().stream().anyMatch(held -> "ROLE_OPERATOR".equals(held.getAuthority()));
        return now.of(person.id())
                .filter(state -> !state.disabled())
                .filter(state -> state.person().operator() == operator)
                .filter(state -> !since.isBefore(state.sessionsFrom()))
                .isPresent();
    }
}
