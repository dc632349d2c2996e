package io.factuur.invoice.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.pdf.ITextUserAgent;
import org.xhtmlrenderer.resource.XMLResource;

/**
 * Gives the renderer what lies beside the template in the jar ({@code classpath:invoice/…}) and {@code data:}, and
 * opens nothing else: no file, no connection, whatever a document refers to. Nothing is resolved against a base.
 */
final class ClosedUserAgent extends ITextUserAgent {

    static final String HOME = "classpath:invoice/";

    private static final Logger LOG = LoggerFactory.getLogger(ClosedUserAgent.class);

    ClosedUserAgent(ITextOutputDevice device, int dotsPerPixel) {
        super(device, dotsPerPixel);
    }

    @Override
    public @Nullable String resolveURI(@Nullable String uri) {
        return uri != null && (isOurs(uri) || isData(uri)) ? uri : null;
    }

    @Override
    protected @Nullable InputStream resolveAndOpenStream(@Nullable String uri) {
        if (uri != null && isOurs(uri)) {
            return ClosedUserAgent.class.getResourceAsStream("/" + uri.substring("classpath:".length()));
        }
        if (uri != null && isData(uri)) {
            return data(uri);
        }
        LOG.warn("A document refers to {}; not opened", uri);
        return null;
    }

    @Override
    protected InputStream openStream(String uri) throws IOException {
        throw new IOException("Not opened: " + uri);
    }

    @Override
    public XMLResource getXMLResource(String uri) {
        throw new IllegalArgumentException("Not opened: " + uri);
    }

    private static boolean isOurs(String uri) {
        return uri.startsWith(HOME) && uri.matches("classpath:invoice/[A-Za-z0-9/_-]+(\\.[A-Za-z0-9]+)?");
    }

    private static boolean isData(String uri) {
        return uri.startsWith("data:") && uri.contains(",") && uri.length() < 2_000_000;
    }

    private static @Nullable InputStream data(String uri) {
        int comma = uri.indexOf(',');
        String content = uri.substring(comma + 1);
        try {
            return new ByteArrayInputStream(
                    uri.substring(0, comma).endsWith(";base64")
                            ? Base64.getMimeDecoder().decode(content)
                            : content.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException broken) {
            return null;
        }
    }
}
