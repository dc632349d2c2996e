package io.factuur.usage.out;

/** What a column holds: it decides how a dialect writes it. */
enum Kind {
    TEXT,
    NUMBER,
    /** A day or an instant, ISO 8601. */
    TIME
}
