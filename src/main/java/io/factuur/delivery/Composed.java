package io.factuur.delivery;

/** What came of looking at a mail when its turn had come. */
sealed interface Composed {

    record Ready(Envelope envelope) implements Composed {}

    /** Something it carries is not there yet. */
    record NotYet(String reason) implements Composed {}

    /** It must not go any more. */
    record Never(String reason) implements Composed {}
}
