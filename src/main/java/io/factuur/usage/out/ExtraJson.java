package io.factuur.usage.out;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the import writes into the column {@code extra}: one JSON object whose values are strings. Written for this
 * shape alone, because it is read once for every row of a file.
 */
final class ExtraJson {

    private final String json;
    private int at;

    private ExtraJson(String json) {
        this.json = json;
    }

    static void read(@Nullable String json, BiConsumer<String, String> member) {
        if (json != null && !json.isBlank()) {
            new ExtraJson(json).object(member);
        }
    }

    private void object(BiConsumer<String, String> member) {
        expect('{');
        if (peek() == '}') {
            return;
        }
        do {
            String name = string();
            expect(':');
            if (peek() == '"') {
                member.accept(name, string());
            } else {
                String bare = bare();
                if (!bare.equals("null")) {
                    member.accept(name, bare);
                }
            }
        } while (next() == ',');
    }

    private char peek() {
        while (json.charAt(at) <= ' ') {
            at++;
        }
        return json.charAt(at);
    }

    private char next() {
        char found = peek();
        at++;
        return found;
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw new IllegalStateException("Not the JSON of unknown columns at " + at + ": " + json);
        }
    }

    private String bare() {
        int start = at;
        while (",} \n\r\t".indexOf(json.charAt(at)) < 0) {
            at++;
        }
        return json.substring(start, at);
    }

    private String string() {
        expect('"');
        int start = at;
        int end = json.indexOf('"', start);
        int escape = json.indexOf('\\', start);
        if (escape < 0 || escape > end) {
            at = end + 1;
            return json.substring(start, end);
        }
        StringBuilder text = new StringBuilder();
        for (char c = json.charAt(at++); c != '"'; c = json.charAt(at++)) {
            text.append(c == '\\' ? escaped() : c);
        }
        return text.toString();
    }

    private char escaped() {
        char c = json.charAt(at++);
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(json, at - 4, at, 16);
            }
            default -> c;
        };
    }
}
