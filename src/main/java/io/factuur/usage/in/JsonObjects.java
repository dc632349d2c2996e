package io.factuur.usage.in;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sees to it that what should be a JSON object is one: puts the braces back that some exports leave out, and keeps what is
 * no JSON at all as the one text of an object. Remembers, because a file says the same again and again.
 */
final class JsonObjects {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int REMEMBERED = 5_000;
    private static final int LONG = 2_000;

    private final Map<String, String> known = new HashMap<>();

    /** @param name of the column, for what is no JSON: {@code {"Tags": "…"}} */
    String of(String name, String text) {
        String object = known.get(text);
        if (object == null) {
            object = object(name, text);
            if (known.size() < REMEMBERED && text.length() < LONG) {
                known.put(text, object);
            }
        }
        return object;
    }

    private static String object(String name, String text) {
        if (isObject(text)) {
            return text;
        }
        String braced = "{" + text + "}";
        return isObject(braced) ? braced : JSON.writeValueAsString(Map.of(name, text));
    }

    private static boolean isObject(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            return parser.nextToken() == JsonToken.START_OBJECT
                    && parser.skipChildren().currentToken() == JsonToken.END_OBJECT
                    && parser.nextToken() == null;
        } catch (JacksonException none) {
            return false;
        }
    }
}
