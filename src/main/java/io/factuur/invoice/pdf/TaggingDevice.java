package io.factuur.invoice.pdf;

import java.awt.Shape;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfWriter;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xhtmlrenderer.pdf.ITextFSFont;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.render.Box;
import org.xhtmlrenderer.render.InlineText;
import org.xhtmlrenderer.render.RenderingContext;

/**
 * Says of all that is painted what it is: a text belongs to its element's place in the structure, backgrounds and lines
 * are decoration. The renderer in use does not by itself (docs/decisions/0201).
 */
final class TaggingDevice extends ITextOutputDevice {

    private static final PdfName ARTIFACT = new PdfName("Artifact");

    private static final PdfName SPAN = new PdfName("Span");
    private static final PdfName ACTUAL_TEXT = new PdfName("ActualText");

    private @Nullable ITextFSFont font;
    private @Nullable PdfWriter writer;
    private @Nullable Structure structure;

    TaggingDevice(float dotsPerPoint) {
        super(dotsPerPoint);
    }

    /** A document begins; its structure begins with the first text, for only then there is a file to hold it. */
    void begin(PdfWriter of) {
        of.setTagged();
        writer = of;
        structure = null;
    }

    void end() {
        writer = null;
        structure = null;
    }

    @Override
    public void drawText(RenderingContext c, InlineText text) {
        if (writer == null || text.getSubstring().isBlank()) {
            super.drawText(c, text);
            return;
        }
        if (structure == null) {
            structure = new Structure(writer.getStructureTreeRoot());
        }
        PdfStructureElement leaf = structure.leaf(owner(text), c.getPageNo());
        if (leaf == null) {
            getCurrentPage().beginMarkedContentSequence(ARTIFACT);
        } else {
            getCurrentPage().beginMarkedContentSequence(leaf);
        }
        super.drawText(c, text);
        getCurrentPage().endMarkedContentSequence();
    }

    /** What is drawn until {@link #endReading} is read and copied as this, in the order of reading. */
    void beginReading(String text) {
        PdfDictionary reading = new PdfDictionary();
        reading.put(ACTUAL_TEXT, new PdfString(text, PdfObject.TEXT_UNICODE));
        getCurrentPage().beginMarkedContentSequence(SPAN, reading, true);
    }

    void endReading() {
        getCurrentPage().endMarkedContentSequence();
    }

    @Override
    public void setFont(ITextFSFont font) {
        super.setFont(font);
        this.font = font;
    }

    /** What the next text is drawn in. */
    ITextFSFont font() {
        return Objects.requireNonNull(font);
    }

    @Override
    public void fill(Shape shape) {
        decorate(() -> super.fill(shape));
    }

    @Override
    public void drawBorderLine(Shape bounds, int side, int width, boolean solid) {
        decorate(() -> super.drawBorderLine(bounds, side, width, solid));
    }

    private void decorate(Runnable painting) {
        getCurrentPage().beginMarkedContentSequence(ARTIFACT);
        painting.run();
        getCurrentPage().endMarkedContentSequence();
    }

    /** The element that a text stands in. */
    private static Element owner(InlineText text) {
        Node node = text.getTextNode();
        if (node != null && node.getParentNode() instanceof Element parent) {
            return parent;
        }
        Box box = Objects.requireNonNull(text.getParent());
        while (box.getElement() == null) {
            box = Objects.requireNonNull(box.getParent());
        }
        return Objects.requireNonNull(box.getElement());
    }
}
