package io.factuur.mail;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail that did not leave. Carries the server's own words, without any address in them and without the cause, whose
 * text would name the recipient: this exception may be logged and stored.
 */
public final class MailFailure extends Exception {

    /** What to do next. */
    public enum Kind {
        /** Not accepted; trying again later may help (SMTP 4xx, no connection). */
        TEMPORARY,
        /** Not accepted and never will be (SMTP 5xx). */
        PERMANENT,
        /** The text was under way when the connection went: the server may have accepted it or not. */
        UNCERTAIN
    }

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"'(),;:]+@[^\\s<>\"'(),;:]+");
    private static final int LONGEST = 500;

    private final Kind kind;
    private final int code;

    private MailFailure(Kind kind, int code, String words) {
        super(words);
        this.kind = kind;
        this.code = code;
    }

    /**
     * @param code the SMTP reply code, 0 where there was none
     * @param words what the server said
     */
    public static MailFailure of(Kind kind, int code, @Nullable String words) {
        return new MailFailure(kind, code, withoutAddresses(words));
    }

    public Kind kind() {
        return kind;
    }

    public int code() {
        return code;
    }

    public String words() {
        return String.valueOf(getMessage());
    }

    /** A server's words on one line, each address in them replaced. */
    public static String withoutAddresses(@Nullable String words) {
        if (words == null) {
            return "";
        }
        String line = words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        String bare = ADDRESS.matcher(line).replaceAll("‹address›");
        return bare.length() <= LONGEST ? bare : bare.substring(0, LONGEST - 1) + "…";
    }
}
