package io.factuur.ui;

import io.factuur.security.Person;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that waits for a person.
 *
 * @param what in the reader's words, with the number of things
 * @param detail where or since when; may be empty
 * @param path where it can be dealt with, without a leading slash
 */
public record Attention(Badge.Tone tone, String what, String detail, String path) {

    /** The tones of {@link Badge} for somebody in a hurry. */
    private static final List<Badge.Tone> URGENCY =
            List.of(Badge.Tone.BAD, Badge.Tone.WARN, Badge.Tone.INFO, Badge.Tone.NEUTRAL, Badge.Tone.GOOD);

    /** The most urgent first. */
    public static List<Attention> sorted(Stream<Attention> all) {
        return all.sorted(Comparator.comparingInt(need -> URGENCY.indexOf(need.tone())))
                .toList();
    }

    /** Looks whether something waits; features implement it, Home and the Overviews collect them. */
    public interface Source {

        /** The most urgent first; only of what the person may see. */
        List<Attention> list(Person person);

        /** What of it is about a scope or about one below it; nothing where it is about no scope. */
        default List<Attention> at(long scopeId, Person person) {
            return List.of();
        }
    }
}
