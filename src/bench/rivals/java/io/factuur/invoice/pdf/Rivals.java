package io.factuur.invoice.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.factuur.invoice.Invoice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openpdf.text.pdf.BaseFont;
import org.xhtmlrenderer.pdf.ITextRenderer;

/** The same page by other means. */
final class Rivals {

    private static final Path FONTS = Path.of("src/main/resources/invoice/fonts");
    private static final byte[] REGULAR = read("OpenSans-Regular.ttf");
    private static final byte[] SEMIBOLD = read("OpenSans-Semibold.ttf");

    private Rivals() {}

    /** With its stylesheet inside, so that it needs nobody's help. */
    static String alone(String page) {
        return page.replace("</head>", "<style>" + Resources.text("invoice.css") + "</style></head>");
    }

    /** No layout to speak of: a heading, a table of the lines and the total, over two pages. */
    static String bare(Invoice invoice) {
        StringBuilder rows = new StringBuilder();
        invoice.lines()
                .forEach(line -> rows.append("<tr><td>%s</td><td>%s</td><td>%s</td><td class=\"figure\">%s</td></tr>"
                        .formatted(line.sectionName(), line.serviceName(), line.serviceCategory(), line.amount())));
        return """
                <html lang="en"><head><title>Invoice</title></head><body><h1>Invoice</h1><div>%s</div><div>%s</div>
                <h2 class="newpage">Details</h2><table class="list details">%s</table><div>%s</div></body></html>
                """.formatted(
                        invoice.issuer().name(),
                        invoice.customer().name(),
                        rows,
                        invoice.figures().total());
    }

    static int naive(String html) throws Exception {
        ITextRenderer renderer = new ITextRenderer();
        renderer.getFontResolver()
                .addFont(FONTS.resolve("OpenSans-Regular.ttf").toString(), BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
        renderer.getFontResolver()
                .addFont(FONTS.resolve("OpenSans-Semibold.ttf").toString(), BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
        renderer.setDocumentFromString(html);
        renderer.layout();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.createPDF(out);
        return out.size();
    }

    static int openHtmlToPdf(String html) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream(65_536);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.useFont(() -> new ByteArrayInputStream(REGULAR), "Open Sans", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> new ByteArrayInputStream(SEMIBOLD), "Open Sans", 700, FontStyle.NORMAL, true);
        builder.withHtmlContent(html, null);
        builder.toStream(out);
        builder.run();
        return out.size();
    }

    private static byte[] read(String name) {
        try {
            return Files.readAllBytes(FONTS.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
