package io.factuur.invoice.pdf;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.xhtmlrenderer.context.StyleReference;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.pdf.ITextRenderer;
import org.xml.sax.InputSource;

/**
 * The library with all that is known to make it fast and nothing of ours around it: fonts in memory and subset, one
 * renderer, the stylesheet parsed once, a small namespace handler, no PDF/A, no fixed bytes.
 */
final class FlyingSaucerAtItsBest {

    private final String xhtml;
    private final ITextRenderer renderer;
    private final DocumentBuilder parser;

    FlyingSaucerAtItsBest(String xhtml) throws Exception {
        this.xhtml = xhtml;
        this.parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        ITextOutputDevice device = new ITextOutputDevice(ITextRenderer.DEFAULT_DOTS_PER_POINT);
        this.renderer = new ITextRenderer(
                ITextRenderer.DEFAULT_DOTS_PER_POINT, 20, device, new ClosedUserAgent(device, 20), new Fonts());
        this.renderer.getSharedContext().setCss(new ParsedOnce(renderer));
    }

    int make() throws Exception {
        renderer.setDocument(
                parser.parse(new InputSource(new StringReader(xhtml))),
                ClosedUserAgent.HOME,
                new TemplateNamespace(ClosedUserAgent.HOME + "invoice.css"));
        renderer.layout();
        ByteArrayOutputStream out = new ByteArrayOutputStream(65_536);
        renderer.createPDF(out);
        return out.size();
    }

    private static final class ParsedOnce extends StyleReference {

        ParsedOnce(ITextRenderer renderer) {
            super(renderer.getSharedContext().getUac());
            setSupportCMYKColors(true);
        }

        @Override
        public void flushAllStyleSheets() {}
    }
}
