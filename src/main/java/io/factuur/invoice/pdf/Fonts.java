package io.factuur.invoice.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
 * One family in two weights, read into memory once and subset in each document. By path the renderer would read the
 * font files again for every document, which was measured at two thirds of the whole time.
 */
final class Fonts extends ITextFontResolver {

    private static final byte[] REGULAR = read("OpenSans-Regular.ttf");
    private static final byte[] SEMIBOLD = read("OpenSans-Semibold.ttf");

    private static final BaseFont KNOWN = font("OpenSans-Regular.ttf", REGULAR);
    private static final int NARROW_NO_BREAK = 0x202F;
    private static final int NO_BREAK_HYPHEN = 0x2011;
    private static final char UNKNOWN = '\ufffd';

    private final FontDescription regular =
            new FontDescription(font("OpenSans-Regular.ttf", REGULAR), IdentValue.NORMAL, 400);
    private final FontDescription semibold =
            new FontDescription(font("OpenSans-Semibold.ttf", SEMIBOLD), IdentValue.NORMAL, 700);

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

    /**
     * A character as it can be drawn. The renderer leaves out what the font does not know, so that a name in another
     * script would be no name at all: a sign stands in its place. What only joins or shapes others needs none.
     */
    static void append(int character, StringBuilder out) {
        if (character < 0x80 || KNOWN.charExists(character)) {
            out.appendCodePoint(character);
        } else if (character == NARROW_NO_BREAK) {
            out.append(Words.NO_BREAK);
        } else if (character == NO_BREAK_HYPHEN) {
            out.append('-');
        } else if (!shapes(character)) {
            out.append(UNKNOWN);
        }
    }

    private static boolean shapes(int character) {
        int type = Character.getType(character);
        return type == Character.FORMAT || type == Character.NON_SPACING_MARK || type == Character.MODIFIER_SYMBOL;
    }

    private static BaseFont font(String name, byte[] bytes) {
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

    private static byte[] read(String name) {
        try (InputStream in = Fonts.class.getResourceAsStream("/invoice/fonts/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
