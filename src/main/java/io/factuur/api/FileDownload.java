package io.factuur.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * Sends a file from the disk: under a safe name (RFC 6266), compressed where that was asked for, in part where a
 * download goes on after a break (RFC 9110, one range).
 *
 * @param compressed whether the bytes at the path are gzip of the file
 * @param size of the bytes at the path
 * @param plainSize of the file itself
 * @param version what the file's ETag is made of: changes when its content does
 */
public record FileDownload(
        String name, String mediaType, Path path, boolean compressed, long size, long plainSize, String version) {

    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");
    private static final int BUFFER = 1 << 16;

    /** The headers of a file that a browser shall save, not show. */
    public static void describe(HttpServletResponse response, String name, String mediaType) {
        response.setContentType(mediaType);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    public static boolean acceptsGzip(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.matches("(?i).*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
    }

    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean asIs = !compressed || acceptsGzip(request);
        long length = asIs ? size : plainSize;
        String tag = "\"" + version + (compressed && asIs ? "-gzip" : "") + "\"";
        describe(response, name, mediaType);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        if (compressed && asIs) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        Range range = range(request, tag, length);
        if (range == null) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + length);
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        if (!range.isWhole(length)) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader(
                    HttpHeaders.CONTENT_RANGE, "bytes %d-%d/%d".formatted(range.first(), range.last(), length));
        }
        response.setContentLengthLong(range.length());
        try (InputStream in = open(asIs)) {
            in.skipNBytes(range.first());
            copy(in, response.getOutputStream(), range.length());
        }
        response.flushBuffer();
    }

    private InputStream open(boolean asIs) throws IOException {
        InputStream stored = Files.newInputStream(path);
        return asIs ? stored : new GZIPInputStream(new BufferedInputStream(stored, BUFFER), BUFFER);
    }

    /** The whole where none is asked for, asked for wrongly, or the file has changed since; null where it lies outside. */
    private static @Nullable Range range(HttpServletRequest request, String tag, long length) {
        Range whole = new Range(0, length - 1);
        String wanted = request.getHeader(HttpHeaders.RANGE);
        String only = Objects.requireNonNullElse(request.getHeader(HttpHeaders.IF_RANGE), tag);
        Matcher one = ONE_RANGE.matcher(wanted == null ? "" : wanted.strip());
        if (!one.matches()
                || !only.equals(tag)
                || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
            return whole;
        }
        if (one.group(1).isEmpty()) {
            long suffix = Math.min(Long.parseLong(one.group(2)), length);
            return suffix == 0 ? null : new Range(length - suffix, length - 1);
        }
        long first = Long.parseLong(one.group(1));
        long last = one.group(2).isEmpty() ? length - 1 : Math.min(Long.parseLong(one.group(2)), length - 1);
        return first > last ? null : new Range(first, last);
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = length;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new IOException("The file ended " + left + " bytes early");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    private record Range(long first, long last) {

        long length() {
            return last - first + 1;
        }

        boolean isWhole(long size) {
            return first == 0 && last == size - 1;
        }
    }
}
