package io.factuur.invoice.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.openpdf.text.pdf.BaseFont;
import org.xhtmlrenderer.css.constants.IdentValue;
import org.xhtmlrenderer.css.value.FontSpecification;
import org.xhtmlrenderer.layout.SharedContext;
import org.xhtmlrenderer.pdf.FontDescription;
import org.xhtmlrenderer.pdf.FontFamily;
import org.xhtmlrenderer.pdf.ITextFSFont;
import org.xhtmlrenderer.pdf.ITextFontResolver;
import org.xhtmlrenderer.render.FSFont;

/**
 * One family in two weights, and for scripts that it lacks another font each; read into memory once and subset in each
 * document. By path the renderer would read the font files again for every document, which was measured at two thirds of the
 * whole time.
 */
final class Fonts extends ITextFontResolver {

    private static final byte[] REGULAR = read("OpenSans-Regular.ttf");
    private static final byte[] SEMIBOLD = read("OpenSans-Semibold.ttf");

    private static final int PLANE = 0x10000;
    private static final BitSet OWN = characters(font("OpenSans-Regular.ttf", REGULAR), PLANE);
    private static final int NARROW_NO_BREAK = 0x202F;
    private static final int NO_BREAK_HYPHEN = 0x2011;
    private static final char UNKNOWN = '\ufffd';

    private final FontDescription regular =
            new FontDescription(font("OpenSans-Regular.ttf", REGULAR), IdentValue.NORMAL, 400);
    private final FontDescription semibold =
            new FontDescription(font("OpenSans-Semibold.ttf", SEMIBOLD), IdentValue.NORMAL, 700);

    /** In one weight. */
    private final Map<Script, FontDescription> others = new EnumMap<>(Script.class);

    /** There is one family, whatever a stylesheet asks for: a font that is not embedded would break PDF/A. */
    @Override
    public FSFont resolveFont(SharedContext context, FontSpecification wanted) {
        boolean heavy = convertWeightToInt(wanted.fontWeight()) >= 600;
        return new ITextFSFont(heavy ? semibold : regular, wanted.size());
    }

    @Override
    public Map<String, FontFamily> getFonts() {
        return Map.of();
    }

    /** Whether the invoice's own font has all of a text. */
    static boolean isOwn(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isOwn(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOwn(int character) {
        return character < 0x80 || OWN.get(character);
    }

    /** The font for a character: the own one where it has it. */
    ITextFSFont of(int character, ITextFSFont own) {
        return isOwn(character)
                ? own
                : Script.of(character)
                        .map(script -> new ITextFSFont(
                                others.computeIfAbsent(
                                        script,
                                        first -> new FontDescription(first.font(), IdentValue.NORMAL, first.weight())),
                                own.getSize2D()))
                        .orElse(own);
    }

    /**
     * A character as it can be drawn. The renderer leaves out what no font knows, so that a name in such a script would be
     * no name at all: a sign stands in its place. What only joins or shapes others needs none; what turns the direction of
     * others could make an amount look like another.
     */
    static void append(int character, StringBuilder out) {
        if (turns(character) || picks(character)) {
            return;
        }
        if (isOwn(character)) {
            out.appendCodePoint(character);
        } else if (character == NARROW_NO_BREAK) {
            out.append(Words.NO_BREAK);
        } else if (character == NO_BREAK_HYPHEN) {
            out.append('-');
        } else if (Script.of(character).isPresent()) {
            out.appendCodePoint(character);
        } else if (!shapes(character)) {
            out.append(UNKNOWN);
        }
    }

    /** Embeddings, overrides, isolates and marks of direction (Unicode Standard Annex 9). */
    private static boolean turns(int character) {
        return character == 0x061C
                || character == 0x200E
                || character == 0x200F
                || character >= 0x202A && character <= 0x202E
                || character >= 0x2066 && character <= 0x2069;
    }

    /** Asks for another form of the sign before it, or for one sign instead of two: the fonts have one form of each. */
    private static boolean picks(int character) {
        return character == 0x200D || character >= 0xFE00 && character <= 0xFE0F;
    }

    private static boolean shapes(int character) {
        int type = Character.getType(character);
        return type == Character.FORMAT || type == Character.NON_SPACING_MARK || type == Character.MODIFIER_SYMBOL;
    }

    /** Those of the first so many that a font has a glyph for. */
    static BitSet characters(BaseFont font, int limit) {
        BitSet characters = new BitSet(limit);
        for (int character = 0; character < limit; character++) {
            characters.set(character, font.charExists(character));
        }
        return characters;
    }

    static BaseFont font(String name, byte[] bytes) {
        try {
            BaseFont font = BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, bytes, null);
            font.setSubset(true);
            // It would name the glyphs in use only; PDF/A-2 wants all of the program or none.
            font.setIncludeCidSet(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] read(String name) {
        try (InputStream in = Fonts.class.getResourceAsStream("/invoice/fonts/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
