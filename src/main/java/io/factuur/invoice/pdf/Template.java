package io.factuur.invoice.pdf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with holes: <code>{{name}}</code> for a value, <code>{{#name}}…{{/name}}</code> once for each item of a list
 * or if something is there, <code>{{^name}}…{{/name}}</code> if not, <code>{{t:key}}</code> for a text in the reader's
 * language. Values are escaped for XML wherever they stand; there is no way to put one in unescaped.
 */
final class Template {

    private static final Pattern HOLE = Pattern.compile("\\{\\{([#^/]|t:)?([A-Za-z0-9.-]+)}}");

    private interface Part {
        void write(StringBuilder out, Scope scope, UnaryOperator<String> texts);
    }

    /** How a character of a value is written. */
    private interface Letters {
        void append(int character, StringBuilder out);
    }

    /** Names are looked up in the innermost map first. */
    private record Scope(Map<String, ?> values, @Nullable Scope outer) {

        @Nullable
        Object get(String name) {
            Object found = values.get(name);
            return found != null || outer == null ? found : outer.get(name);
        }
    }

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * For a page: a character that cannot be drawn is seen to be missing.
     *
     * @throws IllegalArgumentException when a section is not closed or another one is
     */
    static Template parse(String text) {
        return parse(text, Fonts::append);
    }

    /** For data, which nobody draws: as {@link #parse}, with every character that XML knows. */
    static Template parseData(String text) {
        return parse(text, (character, out) -> out.appendCodePoint(character));
    }

    private static Template parse(String text, Letters letters) {
        Matcher holes = HOLE.matcher(text);
        List<Part> parts = new ArrayList<>();
        int rest = section(text, holes, 0, null, letters, parts);
        parts.add(literal(text.substring(rest)));
        return new Template(List.copyOf(parts));
    }

    /** @param texts gives the text of a key */
    String fill(Map<String, ?> values, UnaryOperator<String> texts) {
        StringBuilder out = new StringBuilder(16_384);
        parts.forEach(part -> part.write(out, new Scope(values, null), texts));
        return out.toString();
    }

    private static int section(
            String text, Matcher holes, int from, @Nullable String open, Letters letters, List<Part> parts) {
        int position = from;
        while (holes.find(position)) {
            parts.add(literal(text.substring(position, holes.start())));
            position = holes.end();
            String name = holes.group(2);
            String sign = holes.group(1) == null ? "" : holes.group(1);
            switch (sign) {
                case "" -> parts.add((out, scope, texts) -> escape(scope.get(name), letters, out));
                case "t:" -> parts.add((out, scope, texts) -> escape(texts.apply(name), letters, out));
                case "/" -> {
                    if (!name.equals(open)) {
                        throw new IllegalArgumentException("{{/" + name + "}} closes " + open);
                    }
                    return position;
                }
                default -> {
                    List<Part> inner = new ArrayList<>();
                    position = section(text, holes, position, name, letters, inner);
                    parts.add(block(name, sign.equals("#"), List.copyOf(inner)));
                }
            }
        }
        if (open != null) {
            throw new IllegalArgumentException("{{#" + open + "}} is never closed");
        }
        return position;
    }

    private static Part literal(String text) {
        return (out, scope, texts) -> out.append(text);
    }

    private static Part block(String name, boolean wanted, List<Part> inner) {
        return (out, scope, texts) -> {
            Object value = scope.get(name);
            if (!wanted) {
                if (isNothing(value)) {
                    inner.forEach(part -> part.write(out, scope, texts));
                }
                return;
            }
            Collection<?> items =
                    value instanceof Collection<?> many ? many : isNothing(value) ? List.of() : List.of(value);
            for (Object item : items) {
                Scope innerScope = new Scope(asMap(item), scope);
                inner.forEach(part -> part.write(out, innerScope, texts));
            }
        };
    }

    private static boolean isNothing(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Boolean truth -> !truth;
            case Collection<?> many -> many.isEmpty();
            case CharSequence text -> text.isEmpty();
            default -> false;
        };
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> asMap(Object item) {
        return item instanceof Map<?, ?> map ? (Map<String, ?>) map : Map.of("it", item);
    }

    /** Characters that XML does not know at all are left out. */
    private static void escape(@Nullable Object value, Letters letters, StringBuilder out) {
        String text = value == null ? "" : value.toString();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    if (isXml(c)) {
                        letters.append(c, out);
                    }
                }
            }
        }
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
