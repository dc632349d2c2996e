package io.factuur.operations;

import java.util.regex.Pattern;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Blackens whatever looks like a mail address in the lines of a log that is written as JSON: libraries and servers name
 * addresses in their errors. {@code logging.pattern.*} in application.properties does the same for plain lines.
 */
public class AddressMask implements StructuredLoggingJsonMembersCustomizer<Object> {

    static final String INSTEAD = "(address)";

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"']+@[^\\s<>\"']+\\.\\w+");

    @Override
    public void customize(Members<Object> members) {
        members.applyingValueProcessor(
                (path, value) -> value instanceof CharSequence text ? blacken(text.toString()) : value);
    }

    static String blacken(String text) {
        return text.indexOf('@') < 0 ? text : ADDRESS.matcher(text).replaceAll(INSTEAD);
    }
}
