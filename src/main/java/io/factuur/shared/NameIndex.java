package io.factuur.shared;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * Many names in memory, to be looked through in milliseconds, also for what was typed with a slip. Never changes; a newer
 * one is made beside it.
 */
public final class NameIndex {

    /** Of what matches equally well, no more are put in order than this. */
    private static final int ENOUGH = 2_000;

    private static final Comparator<Entry> SHORTER_FIRST =
            Comparator.comparingInt((Entry entry) -> entry.text.length()).thenComparingLong(entry -> entry.id);

    private final List<Entry> entries;
    private final Map<String, Integer> vocabulary;

    private NameIndex(List<Entry> entries, Map<String, Integer> vocabulary) {
        this.entries = entries;
        this.vocabulary = vocabulary;
    }

    private record Entry(long id, String text, int[] words) {}

    /** @param text all that it can be found by: its name first, then other words and numbers */
    public record Name(long id, String text) {}

    public static NameIndex of(Iterable<Name> names) {
        return new NameIndex(List.of(), Map.of()).with(names);
    }

    /** This one and more names. */
    public NameIndex with(Iterable<Name> more) {
        List<Entry> all = new ArrayList<>(entries);
        Map<String, Integer> words = new HashMap<>(vocabulary);
        for (Name name : more) {
            String text = Likeness.fold(name.text());
            int[] known = Likeness.words(text).stream()
                    .filter(Likeness::mayHoldSlip)
                    .mapToInt(word -> {
                        Integer next = words.size();
                        Integer old = words.putIfAbsent(word, next);
                        return old == null ? next : old;
                    })
                    .toArray();
            all.add(new Entry(name.id(), text, known));
        }
        return new NameIndex(all, words);
    }

    public int size() {
        return entries.size();
    }

    /**
     * The names that answer what was typed, best first; those with a slip only where there is no other.
     *
     * @param among only these IDs
     * @param first of what matches equally well, these come first
     */
    public List<Long> find(String typed, int limit, LongPredicate among, Set<Long> first) {
        String wanted = Likeness.fold(typed);
        List<String> words = Likeness.words(wanted);
        if (words.isEmpty()) {
            return List.of();
        }
        Comparator<Entry> order =
                Comparator.comparing((Entry entry) -> !first.contains(entry.id)).thenComparing(SHORTER_FIRST);
        Map<Likeness, List<Entry>> found = new EnumMap<>(Likeness.class);
        for (Entry entry : entries) {
            Likeness likeness = Likeness.ofFolded(wanted, words, entry.text);
            if (likeness != Likeness.NONE) {
                keep(found, likeness, entry, among);
            }
        }
        if (found.isEmpty() && words.stream().anyMatch(Likeness::mayHoldSlip)) {
            withSlip(words, found, among);
        }
        return found.values().stream()
                .flatMap(alike -> alike.stream().sorted(order))
                .limit(limit)
                .map(Entry::id)
                .toList();
    }

    private void withSlip(List<String> typed, Map<Likeness, List<Entry>> found, LongPredicate among) {
        List<BitSet> near = typed.stream().map(this::near).toList();
        for (Entry entry : entries) {
            boolean fits = true;
            for (int i = 0; fits && i < near.size(); i++) {
                fits = any(entry.words, near.get(i)) || entry.text.contains(typed.get(i));
            }
            if (fits) {
                keep(found, Likeness.SLIP, entry, among);
            }
        }
    }

    private BitSet near(String word) {
        BitSet near = new BitSet();
        vocabulary.forEach((known, number) -> near.set(number, Likeness.near(word, known)));
        return near;
    }

    private static boolean any(int[] words, BitSet wanted) {
        for (int word : words) {
            if (wanted.get(word)) {
                return true;
            }
        }
        return false;
    }

    private static void keep(Map<Likeness, List<Entry>> found, Likeness likeness, Entry entry, LongPredicate among) {
        List<Entry> alike = found.computeIfAbsent(likeness, none -> new ArrayList<>());
        if (alike.size() < ENOUGH && among.test(entry.id)) {
            alike.add(entry);
        }
    }
}
