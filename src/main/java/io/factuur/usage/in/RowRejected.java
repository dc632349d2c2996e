package io.factuur.usage.in;

import io.factuur.usage.Sentence;

/** A row that cannot be taken: which column, and the key and arguments of the sentence that says why. */
final class RowRejected extends Exception {

    private final String column;
    private final String key;
    private final transient Object[] arguments;

    RowRejected(String column, String key, Object... arguments) {
        super(key, null, false, false);
        this.column = column;
        this.key = key;
        this.arguments = arguments;
    }

    String column() {
        return column;
    }

    Sentence sentence() {
        return Sentence.of(key, arguments);
    }
}
