package io.factuur.invoice.pdf;

import java.text.Bidi;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.openpdf.text.pdf.BidiLine;

/**
 * A text in the order and the shapes that it is drawn in, from left to right: Arabic letters joined to their neighbours,
 * what runs from right to left turned round (Unicode Standard Annex 9). The renderer draws letters as they come.
 */
final class Visual {

    private Visual() {}

    /** @param text one line of a paragraph whose direction is that of its first letter */
    static String of(String text) {
        if (!Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
            return text;
        }
        String joined = new Joiner().join(text);
        Bidi order = new Bidi(joined, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        byte[] levels = new byte[order.getRunCount()];
        String[] runs = new String[levels.length];
        for (int i = 0; i < runs.length; i++) {
            levels[i] = (byte) order.getRunLevel(i);
            String run = joined.substring(order.getRunStart(i), order.getRunLimit(i));
            runs[i] = levels[i] % 2 == 0 ? run : turned(run);
        }
        Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
        return Arrays.stream(runs).collect(Collectors.joining());
    }

    /** From the last letter to the first, each with the marks above and below it after it. */
    private static String turned(String run) {
        StringBuilder turned = new StringBuilder(run.length());
        int end = run.length();
        while (end > 0) {
            int start = end;
            int letter;
            do {
                letter = run.codePointBefore(start);
                start -= Character.charCount(letter);
            } while (start > 0 && isMark(letter));
            turned.appendCodePoint(Joiner.mirrored(letter)).append(run, start + Character.charCount(letter), end);
            end = start;
        }
        return turned.toString();
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** What the library knows of Arabic it does for lines of its own only; this borrows it for a text. */
    private static final class Joiner extends BidiLine {

        String join(String logical) {
            for (int i = 0; i < logical.length(); i++) {
                addPiece(logical.charAt(i), null);
            }
            doArabicShapping();
            return new String(text, 0, totalTextLength);
        }

        /** The sign that a bracket turns into when what it stands in is turned. */
        static int mirrored(int character) {
            int other = mirrorChars.get(character);
            return other == 0 ? character : other;
        }
    }
}
