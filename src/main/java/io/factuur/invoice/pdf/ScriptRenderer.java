package io.factuur.invoice.pdf;

import java.util.ArrayList;
import java.util.List;
import org.xhtmlrenderer.pdf.ITextFSFont;
import org.xhtmlrenderer.pdf.ITextFontContext;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.pdf.ITextTextRenderer;
import org.xhtmlrenderer.render.JustificationInfo;

/** Measures and draws texts in which some characters need another font than the invoice's own; the rest as ever. */
final class ScriptRenderer extends ITextTextRenderer {

    private final Fonts fonts;
    private final TaggingDevice device;

    ScriptRenderer(Fonts fonts, TaggingDevice device) {
        this.fonts = fonts;
        this.device = device;
    }

    /** Characters that follow each other and share a font. */
    private record Piece(String text, ITextFSFont font) {

        float width() {
            return font.getFontDescription().getFont().getWidthPoint(text, font.getSize2D());
        }
    }

    @Override
    public int getWidth(ITextFontContext context, ITextFSFont font, String text) {
        if (Fonts.isOwn(text)) {
            return super.getWidth(context, font, text);
        }
        double width =
                pieces(Visual.of(text), font).stream().mapToDouble(Piece::width).sum();
        return (int) Math.ceil(width);
    }

    @Override
    public void drawString(ITextOutputDevice paper, String text, float x, float y) {
        if (Fonts.isOwn(text)) {
            super.drawString(paper, text, x, y);
        } else {
            draw(text, x, y);
        }
    }

    @Override
    public void drawString(ITextOutputDevice paper, String text, float x, float y, JustificationInfo spaces) {
        if (Fonts.isOwn(text)) {
            super.drawString(paper, text, x, y, spaces);
        } else {
            draw(text, x, y);
        }
    }

    private void draw(String text, float x, float y) {
        String visual = Visual.of(text);
        ITextFSFont own = device.font();
        boolean turned = !visual.equals(text);
        if (turned) {
            device.beginReading(text);
        }
        float at = x;
        for (Piece piece : pieces(visual, own)) {
            device.setFont(piece.font());
            device.drawString(piece.text(), at, y, null);
            at += piece.width();
        }
        device.setFont(own);
        if (turned) {
            device.endReading();
        }
    }

    private List<Piece> pieces(String text, ITextFSFont own) {
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        ITextFSFont font = own;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            ITextFSFont wanted = fonts.of(character, own);
            if (wanted.getFontDescription() != font.getFontDescription()) {
                if (i > start) {
                    pieces.add(new Piece(text.substring(start, i), font));
                }
                start = i;
                font = wanted;
            }
            i += Character.charCount(character);
        }
        pieces.add(new Piece(text.substring(start), font));
        return pieces;
    }
}
