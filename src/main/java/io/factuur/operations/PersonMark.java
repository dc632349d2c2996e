package io.factuur.operations;

import io.factuur.security.CurrentPerson;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts the number of the person who asks on each line that is logged meanwhile: the number only, never a name. */
@Component
@Order(PersonMark.BEHIND_THE_GATE)
class PersonMark extends OncePerRequestFilter {

    /** Spring Security's own filters stand at -100. */
    static final int BEHIND_THE_GATE = 0;

    static final String PERSON = "person";

    private final CurrentPerson people;

    PersonMark(CurrentPerson people) {
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        people.known().ifPresent(person -> MDC.put(PERSON, String.valueOf(person.id())));
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(PERSON);
        }
    }
}
