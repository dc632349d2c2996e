package io.factuur.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.factuur.invoice.Invoice;
import io.factuur.invoice.pdf.InvoicePdf;
import io.factuur.invoice.pdf.SampleInvoices;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.openpdf.text.pdf.BaseFont;
import org.xhtmlrenderer.pdf.ITextRenderer;

/** A two-page invoice of 40 lines: ours, Flying Saucer as tutorials have it, and a warm headless Chromium. */
public final class InvoicePdfBench {

    private static final String FONT = "src/main/resources/invoice/fonts/OpenSans-Regular.ttf";

    private InvoicePdfBench() {}

    /** Arguments: documents in each round, rounds. */
    public static void main(String[] args) throws Exception {
        int documents = Integer.parseInt(args[0]);
        int rounds = Integer.parseInt(args[1]);
        Invoice invoice = SampleInvoices.with(3, 40);
        InvoicePdf ours = new InvoicePdf();
        String html = html(invoice);
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
            Page page = browser.newPage();
            for (int round = 0; round <= rounds; round++) {
                double mine = time(documents, () -> ours.render(invoice, Locale.ENGLISH));
                double naive = time(Math.max(1, documents / 5), () -> naive(html));
                double chromium = time(Math.max(1, documents / 20), () -> {
                    page.setContent(html);
                    page.pdf(new Page.PdfOptions().setFormat("A4"));
                });
                Bench.say(
                        "%s: ours %.1f ms, Flying Saucer as tutorials have it %.1f ms, warm Chromium %.1f ms",
                        round == 0 ? "warm-up" : "round " + round, mine, naive, chromium);
            }
        }
        int cores = Runtime.getRuntime().availableProcessors();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(cores)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < documents * cores; i++) {
                all.add(threads.submit(() -> ours.render(invoice, Locale.ENGLISH)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        Bench.say("%d threads: %.0f documents a second and core", cores, documents * 1e9 / (System.nanoTime() - start));
        Invoice large = SampleInvoices.with(40, 10_000);
        Bench.say("10,000 lines: %.0f ms", time(1, () -> ours.render(large, Locale.ENGLISH)));
    }

    private static double time(int times, Bench.Step step) throws Exception {
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            step.run();
        }
        return (System.nanoTime() - start) / 1e6 / times;
    }

    private static void naive(String html) throws Exception {
        ITextRenderer renderer = new ITextRenderer();
        renderer.getFontResolver().addFont(FONT, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
        renderer.setDocumentFromString(html);
        renderer.layout();
        renderer.createPDF(new ByteArrayOutputStream());
    }

    /** The same lines, as a table. */
    private static String html(Invoice invoice) {
        StringBuilder rows = new StringBuilder();
        invoice.lines()
                .forEach(line -> rows.append("<tr><td>%s</td><td>%s</td><td>%s</td></tr>"
                        .formatted(line.sectionName(), line.serviceName(), line.amount())));
        return """
                <html><head><style>body { font-family: "Open Sans"; font-size: 9pt } td { border-bottom: 1px solid #ccc }
                @page { size: A4; margin: 16mm }</style></head><body><h1>Invoice</h1><table>%s</table></body></html>
                """.formatted(rows);
    }
}
