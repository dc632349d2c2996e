package io.factuur.shared;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How well a name answers what somebody typed, without regard to case and accents. A word of four letters may hold one
 * slip, of eight letters two: a letter too many, missing, wrong, or two in each other's place. Figures have to be right.
 */
public enum Likeness {
    SAME,
    BEGINS,
    /** Each word that was typed begins one of its words. */
    WORDS_BEGIN,
    CONTAINS,
    /** Each word that was typed is one of its words, or begins one, but for a slip. */
    SLIP,
    NONE;

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST_WITH_SLIP = 4;
    private static final int SHORTEST_WITH_TWO = 8;

    /** @param typed and name as people write them */
    public static Likeness of(String typed, String name) {
        String wanted = fold(typed);
        String folded = fold(name);
        List<String> typedWords = words(wanted);
        Likeness exact = ofFolded(wanted, typedWords, folded);
        if (exact != NONE || typedWords.isEmpty()) {
            return exact;
        }
        List<String> has = words(folded);
        return typedWords.stream()
                        .allMatch(word -> folded.contains(word) || has.stream().anyMatch(other -> near(word, other)))
                ? SLIP
                : NONE;
    }

    /** Without slips, for texts that {@link #fold} has made. */
    static Likeness ofFolded(String wanted, List<String> typedWords, String name) {
        if (name.startsWith(wanted)) {
            return name.length() == wanted.length() ? SAME : BEGINS;
        }
        if (typedWords.isEmpty()) {
            return NONE;
        }
        boolean begins = true;
        for (String word : typedWords) {
            int at = name.indexOf(word);
            if (at < 0) {
                return NONE;
            }
            while (at > 0 && Character.isLetterOrDigit(name.charAt(at - 1))) {
                at = name.indexOf(word, at + 1);
            }
            begins &= at >= 0;
        }
        return begins ? WORDS_BEGIN : CONTAINS;
    }

    /** In small letters, without accents. */
    static String fold(String text) {
        String small = text.strip().toLowerCase(Locale.ROOT);
        return ACCENTS.matcher(Normalizer.normalize(small, Normalizer.Form.NFD)).replaceAll("");
    }

    static List<String> words(String folded) {
        return Arrays.stream(BETWEEN_WORDS.split(folded))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static boolean mayHoldSlip(String word) {
        return word.length() >= SHORTEST_WITH_SLIP && word.chars().noneMatch(Character::isDigit);
    }

    /** Whether a word, or its beginning, is what was typed but for a slip. */
    static boolean near(String typed, String word) {
        if (!mayHoldSlip(typed)) {
            return false;
        }
        int slips = typed.length() >= SHORTEST_WITH_TWO ? 2 : 1;
        return word.length() >= typed.length() - slips && slips(typed, word, slips) <= slips;
    }

    /** The fewest slips between what was typed and any beginning of a word; more than the limit counts as one more. */
    private static int slips(String typed, String word, int limit) {
        int width = Math.min(word.length(), typed.length() + limit);
        int[] before = new int[width + 1];
        int[] last = new int[width + 1];
        int[] now = new int[width + 1];
        for (int column = 0; column <= width; column++) {
            last[column] = column;
        }
        for (int row = 1; row <= typed.length(); row++) {
            now[0] = row;
            int least = row;
            for (int column = 1; column <= width; column++) {
                boolean same = typed.charAt(row - 1) == word.charAt(column - 1);
                int cost = Math.min(Math.min(last[column], now[column - 1]) + 1, last[column - 1] + (same ? 0 : 1));
                boolean swapped = row > 1
                        && column > 1
                        && typed.charAt(row - 1) == word.charAt(column - 2)
                        && typed.charAt(row - 2) == word.charAt(column - 1);
                now[column] = swapped ? Math.min(cost, before[column - 2] + 1) : cost;
                least = Math.min(least, now[column]);
            }
            if (least > limit) {
                return limit + 1;
            }
            int[] free = before;
            before = last;
            last = now;
            now = free;
        }
        return Arrays.stream(last).min().orElse(limit + 1);
    }
}
