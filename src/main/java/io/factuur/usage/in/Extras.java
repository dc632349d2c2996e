package io.factuur.usage.in;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Writes one JSON object of texts, for what FOCUS has no column for. */
final class Extras {

    private static final HexFormat HEX = HexFormat.of();

    private final StringBuilder json = new StringBuilder(256);

    /** A name ready to be written: {@code "CostCenter":}. */
    static String name(String column) {
        StringBuilder name = new StringBuilder();
        quote(name, column);
        return name.append(':').toString();
    }

    void add(String name, String value) {
        json.append(json.isEmpty() ? '{' : ',').append(name);
        quote(json, value);
    }

    /** What was added since the last time; null when nothing was. */
    @Nullable
    String take() {
        if (json.isEmpty()) {
            return null;
        }
        String object = json.append('}').toString();
        json.setLength(0);
        return object;
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c < ' ') {
                out.append("\\u").append(HEX.toHexDigits(c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
