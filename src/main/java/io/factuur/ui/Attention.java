package io.factuur.ui;

import io.factuur.security.Person;
import java.util.List;

/**
 * Something that waits for a person.
 *
 * @param what in the reader's words, with the number of things
 * @param detail where or since when; may be empty
 * @param path where it can be dealt with, without a leading slash
 */
public record Attention(Badge.Tone tone, String what, String detail, String path) {

    /** Looks whether something waits; features implement it, Home collects them. */
    public interface Source {

        /** The most urgent first; only of what the person may see. */
        List<Attention> list(Person person);
    }
}
