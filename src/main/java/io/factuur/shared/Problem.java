package io.factuur.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Something a person can understand and act on: one sentence that names what, where and what to do. The sentence is in
 * the bundles under {@link #key()}; the doors show it in the reader's language.
 */
public final class Problem extends RuntimeException {

    /** How the doors answer: the API with the status, a page with the sentence. */
    public enum Kind {
        INVALID(400),
        NOT_FOUND(404),
        CONFLICT(409),
        TOO_LARGE(413),
        TOO_MANY(429);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String key;
    private final transient List<Object> arguments;
    private final String field;

    private Problem(Kind kind, String key, Object... arguments) {
        this(kind, key, Arrays.asList(arguments), "");
    }

    private Problem(Kind kind, String key, List<Object> arguments, String field) {
        super(Texts.get(Locale.ENGLISH, key, arguments.toArray()));
        this.kind = kind;
        this.key = key;
        this.arguments = arguments;
        this.field = field;
    }

    /** The one answer to whoever asks for what is not there or not theirs; the two cannot be told apart. */
    public static Problem notFound() {
        return new Problem(Kind.NOT_FOUND, "problem.not-found");
    }

    /** Says what is not there, to whoever may see all that is. */
    public static Problem missing(String key, Object... arguments) {
        return new Problem(Kind.NOT_FOUND, key, arguments);
    }

    public static Problem invalid(String key, Object... arguments) {
        return new Problem(Kind.INVALID, key, arguments);
    }

    public static Problem conflict(String key, Object... arguments) {
        return new Problem(Kind.CONFLICT, key, arguments);
    }

    public static Problem tooLarge(String key, Object... arguments) {
        return new Problem(Kind.TOO_LARGE, key, arguments);
    }

    public static Problem tooMany(String key, Object... arguments) {
        return new Problem(Kind.TOO_MANY, key, arguments);
    }

    /** The same, about a field; said of a group of fields, the group's name comes before it: {@code billTo.postalCode}. */
    public Problem in(String name) {
        return new Problem(kind, key, arguments, field.isEmpty() ? name : name + "." + field);
    }

    /** Which field it is about; empty where it is about none, or about several. */
    public String field() {
        return field;
    }

    public Kind kind() {
        return kind;
    }

    public String key() {
        return key;
    }

    /** What the sentence names, in the order of its placeholders. */
    public List<Object> arguments() {
        return arguments;
    }

    public String sentence(Locale locale) {
        return Texts.get(locale, key, arguments.toArray());
    }
}
