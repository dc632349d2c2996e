package io.factuur.invoice.pdf;

import static java.lang.Character.UnicodeScript;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.BaseFont;

/**
 * What the invoice's own font does not have, and the font that has it. Read when a name first asks for it: few do. Scripts
 * whose letters change places or shapes beyond what {@link Visual} does, as Devanagari's, are not among them.
 */
enum Script {
    ARABIC("NotoSansArabic-Regular.ttf", UnicodeScript.ARABIC),
    ARMENIAN("NotoSansArmenian-Regular.ttf", UnicodeScript.ARMENIAN),
    GEORGIAN("NotoSansGeorgian-Regular.ttf", UnicodeScript.GEORGIAN),
    HEBREW("NotoSansHebrew-Regular.ttf", UnicodeScript.HEBREW),
    LAO("NotoSansLao-Regular.ttf", UnicodeScript.LAO),
    THAI("NotoSansThai-Regular.ttf", UnicodeScript.THAI),
    EMOJI("NotoEmoji-Regular.ttf"),
    HAN(
            "DroidSansFallbackFull.ttf",
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO),
    HANGUL("NanumSquareR.ttf", UnicodeScript.HANGUL);

    private static final int CHARACTERS = 0x20000;

    private final String file;
    private final Set<UnicodeScript> scripts;
    private volatile byte @Nullable [] bytes;
    private volatile @Nullable BitSet known;

    Script(String file, UnicodeScript... scripts) {
        this.file = file;
        this.scripts = Set.of(scripts);
    }

    /** The first whose font has a character; those that share it with others, as signs and commas do, are in several. */
    static Optional<Script> of(int character) {
        UnicodeScript wanted = UnicodeScript.of(character);
        return Stream.concat(
                        Arrays.stream(values()).filter(script -> script.scripts.contains(wanted)),
                        Arrays.stream(values()).filter(script -> !script.scripts.contains(wanted)))
                .filter(script -> script.knows(character))
                .findFirst();
    }

    /** A font of one's own to draw with: it is not made for two threads. */
    BaseFont font() {
        byte[] read = bytes;
        if (read == null) {
            read = Fonts.read(file);
            bytes = read;
        }
        return Fonts.font(file, read);
    }

    /** Between 100 and 900, of what it draws. Letters that shall be heavier get an outline; pictures would fill up. */
    int weight() {
        return this == EMOJI ? 900 : 400;
    }

    private boolean knows(int character) {
        BitSet all = known;
        if (all == null) {
            all = Fonts.characters(font(), CHARACTERS);
            known = all;
        }
        return all.get(character);
    }
}
