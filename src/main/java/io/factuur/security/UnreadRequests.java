package io.factuur.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.buf.UDecoder;
import org.jspecify.annotations.Nullable;

/** In place of the server's own page, for what it refuses before any of our code is asked. */
class UnreadRequests extends ErrorReportValve {

    private final StrangeAddresses strange;

    UnreadRequests(StrangeAddresses strange) {
        this.strange = strange;
        setShowReport(false);
        setShowServerInfo(false);
    }

    /** Whatever the application says no to by itself has been said by now, and in its own words. */
    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < HttpServletResponse.SC_BAD_REQUEST
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        String address = request.getRequestURI();
        try {
            if (status != HttpServletResponse.SC_BAD_REQUEST || address != null && canBeRead(address)) {
                strange.unreadable(address, status, response);
            } else {
                strange.nothingThere(address, request.getRemoteAddr(), request.getLocale(), response);
            }
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            container.getLogger().debug("Nobody waited for the answer", gone);
        }
    }

    /** Decoded, it is text of whole letters without a slash of the other kind and stays below the root. */
    static boolean canBeRead(String address) {
        try {
            String path = UDecoder.URLDecode(address, StandardCharsets.ISO_8859_1);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(path.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
            int depth = 0;
            for (String step : text.substring(1).split("/", -1)) {
                depth += step.equals("..") ? -1 : 1;
                if (depth < 0) {
                    return false;
                }
            }
            return text.startsWith("/")
                    && text.chars().noneMatch(letter -> letter == '\\' || Character.isISOControl(letter));
        } catch (IllegalArgumentException | CharacterCodingException unreadable) {
            return false;
        }
    }
}
