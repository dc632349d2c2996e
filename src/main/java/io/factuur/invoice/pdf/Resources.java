package io.factuur.invoice.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What lies beside the template. */
final class Resources {

    private static final Pattern PART = Pattern.compile("\\{\\{>([a-z]+)}}");

    private Resources() {}

    /** A text with its parts: <code>{{>name}}</code> is what stands in {@code name.xhtml}. */
    static String template(String name) {
        return PART.matcher(text(name))
                .replaceAll(part -> Matcher.quoteReplacement(template(part.group(1) + ".xhtml")));
    }

    static String text(String name) {
        try (InputStream in = Resources.class.getResourceAsStream("/invoice/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
