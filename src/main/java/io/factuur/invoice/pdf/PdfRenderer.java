package io.factuur.invoice.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.w3c.dom.Document;
import org.xhtmlrenderer.extend.NamespaceHandler;
import org.xhtmlrenderer.pdf.DefaultPDFCreationListener;
import org.xhtmlrenderer.pdf.ITextRenderer;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Renders XHTML as PDF/A-2a and PDF/UA-1. For one thread at a time; dear to make, cheap to use again. */
final class PdfRenderer {

    private static final int DOTS_PER_PIXEL = 20;
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final Template XMP = Template.parseData(Resources.text("xmp.xml"));

    private final TaggingDevice device;
    private final ITextRenderer renderer;
    private final NamespaceHandler namespace;
    private final DocumentBuilder parser;

    PdfRenderer(NamespaceHandler namespace) {
        Fonts fonts = new Fonts();
        this.device = new TaggingDevice(ITextRenderer.DEFAULT_DOTS_PER_POINT);
        this.renderer = new ITextRenderer(
                ITextRenderer.DEFAULT_DOTS_PER_POINT,
                DOTS_PER_PIXEL,
                device,
                new ClosedUserAgent(device, DOTS_PER_PIXEL),
                fonts);
        this.renderer.getSharedContext().setTextRenderer(new ScriptRenderer(fonts, device));
        this.renderer
                .getSharedContext()
                .setCss(new RememberedStyles(this.renderer.getSharedContext().getUac()));
        this.renderer.setPDFXConformance(PdfWriter.PDFA2U);
        // Objects in the open, so that StableBytes can reach the names of fonts; streams are compressed all the same.
        this.renderer.setCompressionEnabled(false);
        this.namespace = namespace;
        this.parser = closedParser();
        // The device keeps a reference from its first document on; without this the first would differ from the rest.
        render("<html><body>.</body></html>", new PdfMetadata("", "", "", Instant.EPOCH, Locale.ENGLISH));
    }

    byte[] render(String xhtml, PdfMetadata metadata) {
        try {
            Document document = parser.parse(new InputSource(new StringReader(xhtml)));
            renderer.setListener(new Head(metadata, device));
            renderer.setDocument(document, ClosedUserAgent.HOME, namespace);
            renderer.layout();
            ByteArrayOutputStream out = new ByteArrayOutputStream(65_536);
            renderer.createPDF(out);
            device.end();
            return StableBytes.of(out.toByteArray());
        } catch (SAXException notXml) {
            throw new IllegalArgumentException(notXml);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** No document types, so no entities either; nothing is fetched. */
    private static DocumentBuilder closedParser() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            // Every node will be visited: making them one by one later costs more.
            factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the head of the file: version, colours, language, metadata in both forms that PDF/A wants to agree. */
    private static final class Head extends DefaultPDFCreationListener {

        private final PdfMetadata metadata;
        private final TaggingDevice device;

        private Head(PdfMetadata metadata, TaggingDevice device) {
            this.metadata = metadata;
            this.device = device;
        }

        @Override
        public void preOpen(ITextRenderer renderer) {
            PdfWriter writer = Objects.requireNonNull(renderer.getWriter());
            device.begin(writer);
            describe(writer);
            String xmp = XMP.fill(
                    Map.of(
                            "title", metadata.title(),
                            "author", metadata.author(),
                            "subject", metadata.subject(),
                            "created", created().getW3CDate(),
                            "language", metadata.language().toLanguageTag()),
                    UnaryOperator.identity());
            writer.setXmpMetadata(xmp.getBytes(StandardCharsets.UTF_8));
            writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
            writer.getExtraCatalog().put(PdfName.LANG, text(metadata.language().toLanguageTag()));
        }

        @Override
        public void preWrite(ITextRenderer renderer, int pages) {
            try {
                Objects.requireNonNull(renderer.getWriter())
                        .setOutputIntents("sRGB", "", "http://www.color.org", "sRGB", ICC_Profile.getInstance(SRGB));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        /** Once more at the end: the device itself writes the titles of all documents it has seen, the first one last. */
        @Override
        public void onClose(ITextRenderer renderer) {
            describe(Objects.requireNonNull(renderer.getWriter()));
        }

        private void describe(PdfWriter writer) {
            PdfDictionary info = writer.getInfo();
            info.put(PdfName.TITLE, text(metadata.title()));
            info.put(PdfName.AUTHOR, text(metadata.author()));
            info.put(PdfName.SUBJECT, text(metadata.subject()));
            info.put(PdfName.PRODUCER, text("Factuur"));
            info.put(PdfName.CREATOR, text("Factuur"));
            info.put(PdfName.CREATIONDATE, created());
            info.put(PdfName.MODDATE, created());
        }

        private PdfDate created() {
            return new PdfDate(GregorianCalendar.from(metadata.created().atZone(ZoneOffset.UTC)));
        }

        private static PdfString text(String text) {
            return new PdfString(text, PdfObject.TEXT_UNICODE);
        }
    }
}
