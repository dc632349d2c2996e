package io.factuur.invoice.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** Whatever a document refers to, the renderer opens nothing: no connection, no file. */
class ClosedRendererTest {

    private static final PdfMetadata METADATA =
            new PdfMetadata("Title", "Author", "Subject", Instant.EPOCH, Locale.ENGLISH);

    @TempDir
    Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final PdfRenderer renderer = new PdfRenderer(new TemplateNamespace(ClosedUserAgent.HOME + "invoice.css"));
    private HttpServer server;
    private Path secret;

    @BeforeEach
    void aServerAndAFile() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        secret = Files.writeString(folder.resolve("secret.css"), "body:before { content: 'LEAKED' } LEAKED");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src='URL'/>",
                "<link rel='stylesheet' type='text/css' href='URL'/>",
                "<style>@import url('URL'); body { background: url(URL); content: url(URL) }</style>",
                "<style type='text/css'>@import \"URL\";</style>",
                "<div style=\"background-image: url('URL'); list-style-image: url(URL)\">x</div>",
                "<object data='URL' type='text/html'>x</object>",
                "<iframe src='URL'></iframe>",
                "<embed src='URL'/>",
                "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>"
                        + "<image xlink:href='URL' width='9' height='9'/><use xlink:href='URL#a'/></svg>",
                "<body background='URL' xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='URL'>x</body>",
                "<?xml-stylesheet type='text/css' href='URL'?><p>x</p>",
                "<input type='image' src='URL'/>",
                "<video src='URL' poster='URL'></video>",
            })
    void opensNothing(String fragment) throws IOException {
        String host = "localhost:" + server.getAddress().getPort();
        for (String url : List.of(
                "http://" + host + "/a",
                "//" + host + "/a",
                "HTTP://" + host + "/a",
                "jar:http://" + host + "/a!/b",
                secret.toUri().toString(),
                "file://" + secret,
                secret.toString(),
                "../../../../../../../.." + secret,
                "classpath:../application.properties",
                "classpath:invoice/../application.properties",
                "classpath:/application.properties")) {
            byte[] pdf = renderer.render(
                    "<html><head><title>t</title></head><body><p>Here</p>" + fragment.replace("URL", url)
                            + "</body></html>",
                    METADATA);
            assertThat(text(pdf)).as(url).contains("Here").doesNotContain("LEAKED");
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void refusesDocumentTypesAndTheirEntities() {
        String entity = "<!DOCTYPE html [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><html><body>&x;</body></html>";
        assertThatThrownBy(() -> renderer.render(entity, METADATA)).isInstanceOf(IllegalArgumentException.class);
        String outside = "<!DOCTYPE html SYSTEM \"http://localhost:"
                + server.getAddress().getPort() + "/x.dtd\"><html><body>x</body></html>";
        assertThatThrownBy(() -> renderer.render(outside, METADATA)).isInstanceOf(IllegalArgumentException.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void whatACustomerWroteStaysText() throws IOException {
        String evil = "<img src='http://localhost:" + server.getAddress().getPort() + "/x'/>{{number}}&lt;";
        byte[] pdf = new InvoicePdf().render(SampleInvoices.sold(evil), Locale.ENGLISH);
        assertThat(text(pdf).replaceAll("\\s+", "")).contains("<imgsrc=").contains("{{number}}&lt;");
        assertThat(asked).isEmpty();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PdfReader reader = new PdfReader(pdf)) {
            StringBuilder text = new StringBuilder();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
            }
            return text.append(new String(pdf, StandardCharsets.ISO_8859_1).contains("LEAKED") ? "LEAKED" : "")
                    .toString();
        }
    }
}
