package io.factuur.security;

import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.shared.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/**
 * What no honest client asks for: an address with an encoded slash, a null byte, a way upwards, half a letter, or longer
 * than any. It names nothing, in the same words as an ID that does not exist, and leaves a line in the journal, whether
 * the firewall finds it or the server, which never gets as far.
 */
@Component
class StrangeAddresses
        implements RequestRejectedHandler, WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private static final String PAGE = "META-INF/resources/error/4xx.html";

    /** What browsers send as it was typed, though no standard lets them: a search for {@code a|b} is a search. */
    private static final String AS_TYPED = "\"<>[\\]^`{|}";

    private final AuditLog audit;

    StrangeAddresses(AuditLog audit) {
        this.audit = audit;
    }

    /**
     * Slashes of either kind come as far as the firewall, encoded as they are, and so does TRACE, which it does not know;
     * the rest the server says no to itself.
     */
    @Override
    public void customize(ConfigurableTomcatWebServerFactory server) {
        server.addConnectorCustomizers(connector -> {
            connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
            connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
            connector.setProperty("relaxedPathChars", AS_TYPED);
            connector.setProperty("relaxedQueryChars", AS_TYPED);
            connector.setAllowTrace(true);
        });
        server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new UnreadRequests(this)));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        nothingThere(request.getRequestURI(), request.getRemoteAddr(), request.getLocale(), response);
    }

    /** @param address as it was sent; null when not even that could be read */
    void nothingThere(@Nullable String address, String from, Locale locale, HttpServletResponse response)
            throws IOException {
        audit.recordAlways(AuditEvent.refused("<unknown>", "id.guess", null, "an address that names nothing")
                .with("from", from));
        answer(address, locale, HttpServletResponse.SC_NOT_FOUND, "Not Found", "problem.not-found", response);
    }

    /**
     * A request whose address is sound and whose rest is not, such as one with a header of a hundred kilobytes or one that
     * asks the server to be a proxy.
     */
    void unreadable(@Nullable String address, int status, HttpServletResponse response) throws IOException {
        HttpStatus known = HttpStatus.resolve(status);
        String title = known == null ? "Bad Request" : known.getReasonPhrase();
        answer(address, Locale.ENGLISH, status, title, "problem.request", response);
    }

    private static void answer(
            @Nullable String address, Locale locale, int status, String title, String key, HttpServletResponse response)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (address != null && (address.startsWith("/api/") || address.startsWith("/actuator/"))) {
            SecurityConfig.problem(response, status, title, Texts.get(locale, key));
        } else {
            response.setStatus(status);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setContentType("text/html");
            response.getWriter().write(new ClassPathResource(PAGE).getContentAsString(StandardCharsets.UTF_8));
        }
    }
}
