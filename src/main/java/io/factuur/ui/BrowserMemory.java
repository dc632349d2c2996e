package io.factuur.ui;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** What this browser is to remember before anybody has signed in: two harmless words, language and colours. */
public final class BrowserMemory {

    public static final String LANGUAGE = "factuur-language";
    public static final String COLOURS = "factuur-colours";

    private static final int A_YEAR = (int) Duration.ofDays(365).toSeconds();

    private BrowserMemory() {}

    public static Optional<String> recall(VaadinRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** Goes out with the answer to the current request. */
    public static void remember(String name, String value) {
        VaadinRequest request = VaadinRequest.getCurrent();
        VaadinResponse response = VaadinResponse.getCurrent();
        if (request != null && response != null) {
            Cookie cookie = new Cookie(name, value);
            cookie.setMaxAge(A_YEAR);
            cookie.setPath(request.getContextPath() + "/");
            cookie.setHttpOnly(true);
            cookie.setSecure(request.isSecure());
            cookie.setAttribute("SameSite", "Lax");
            response.addCookie(cookie);
        }
    }
}
