package io.factuur.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts a request's ID on each line that is logged while it is answered, and into the answer, so that whoever reports a
 * fault can name it. One that a proxy has given is kept when it looks like one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestMark extends OncePerRequestFilter {

    static final String HEADER = "X-Request-Id";
    static final String REQUEST = "request";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = id(request.getHeader(HEADER));
        response.setHeader(HEADER, id);
        try (var _ = MDC.putCloseable(REQUEST, id)) {
            chain.doFilter(request, response);
        }
    }

    private static String id(String given) {
        return given != null && given.matches("[A-Za-z0-9_-]{8,64}")
                ? given
                : UUID.randomUUID().toString();
    }
}
