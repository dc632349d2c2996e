package io.factuur.invoice.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.factuur.invoice.Invoice;
import io.factuur.invoice.Transaction;
import io.factuur.invoice.pdf.InvoicePdf.Paper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** How invoices look on paper, compared with how they looked when somebody last looked at them. */
class InvoicePagesTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "invoice");
    private static final Path RASTERISER = Path.of("/usr/bin/pdftoppm");
    private static final int DIFFERENT = 24;

    private static final Pattern ACTUAL_TEXT = Pattern.compile("(?s)/ActualText ?\\(((?:[^()\\\\]|\\\\.)*)\\)");

    private final InvoicePdf printer = new InvoicePdf();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "3, 1, 2", "40, 2, 4", "400, 8, 16", "6000, 120, 200"})
    void everyPageIsNumberedAndRepeatsTheHeads(int lines, int fewest, int most) throws IOException {
        List<String> pages =
                seen(printer.render(SampleInvoices.with(Math.min(20, 1 + lines / 10), lines), Locale.ENGLISH));
        assertThat(pages).hasSizeBetween(fewest, most);
        // The two counters are drawn after the words between them.
        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i)).contains("Page  of  " + (i + 1) + " " + pages.size(), "F2026-000001");
        }
        if (lines > 100) {
            assertThat(pages.subList(3, pages.size() - 2))
                    .allSatisfy(page -> assertThat(page).contains("Product", "Unit price", "Charges/", "EUR"));
        }
        assertThat(pages.getLast()).as("the totals stand together").contains("Total (EUR)");
    }

    @Test
    void longNamesWrapInsideThePage() throws IOException {
        String longest = "Onderafdeling voor de coördinatie van grensoverschrijdende havenlogistiek ".repeat(4)
                + "Donaudampfschifffahrtsgesellschaftskapitänsmütze".repeat(5);
        String text = String.join("", pages(printer.render(SampleInvoices.sold(longest), Locale.of("nl"))))
                .replaceAll("\\s+", "");
        assertThat(text).contains("havenlogistiek", "kapitänsmützeDonau");
    }

    /** Left out, it would be an invoice to nobody. */
    @Test
    void aSignThatNoFontHasIsSeenToBeMissing() throws IOException {
        assertThat(name("\u0915\u094d\u0932 \ud808\udc00 Łódź")).contains("\ufffd\ufffd \ufffd Łódź");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "株式会社クラウド、東京「本店」",
                "云计算有限公司",
                "주식회사 클라우드",
                "บริษัท คลาวด์ จำกัด",
                "ບໍລິສັດ ຄລາວ",
                "Ամպային ընկերություն",
                "ღრუბლოვანი კომპანია",
                "Rocket 🚀 Łódź 😀"
            })
    void namesInOtherScriptsAreSetInAFontThatHasThem(String name) throws IOException {
        assertThat(name(name)).contains(name);
    }

    /** A joiner or a selector asks for one picture instead of two: both are shown. */
    @Test
    void whatOnlyChoosesAFormLeavesNoMark() throws IOException {
        assertThat(name("Labs \ud83d\udc69\u200d\ud83d\udcbb\ufe0f Łódź"))
                .contains("Labs \ud83d\udc69\ud83d\udcbb Łódź");
    }

    /** What is drawn, from left to right; beside it stands what is read and copied. */
    @ParameterizedTest
    @CsvSource({"חברת ענן (ישראל) 12, 12 (לארשי) ןנע תרבח", "Acme שלום Ltd, Acme םולש Ltd"})
    void whatRunsFromRightToLeftIsDrawnSo(String name, String drawn) throws IOException {
        byte[] pdf = printer.render(SampleInvoices.sold(name), Locale.ENGLISH);
        assertThat(String.join("", pages(pdf)).replaceAll("\\s+", " ")).contains(drawn);
        assertThat(actualTexts(pdf)).contains(name);
    }

    private String name(String name) throws IOException {
        return String.join("", pages(printer.render(SampleInvoices.sold(name), Locale.ENGLISH)))
                .replaceAll("\\s+", " ");
    }

    /** Of all pages, one after the other. */
    private static String actualTexts(byte[] pdf) throws IOException {
        StringBuilder texts = new StringBuilder();
        try (PdfReader reader = new PdfReader(pdf)) {
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                String content = new String(reader.getPageContent(page), StandardCharsets.ISO_8859_1);
                Matcher text = ACTUAL_TEXT.matcher(content);
                while (text.find()) {
                    byte[] bytes =
                            text.group(1).replaceAll("(?s)\\\\([()\\\\])", "$1").getBytes(StandardCharsets.ISO_8859_1);
                    texts.append(new String(bytes, StandardCharsets.UTF_16)).append('\n');
                }
            }
        }
        return texts.toString();
    }

    /** However the lines fall: no page is empty, and the totals stand below at least one line. */
    @Test
    void theTotalsStandOnNoPageAlone() throws IOException {
        for (int lines = 1; lines <= 60; lines++) {
            for (Invoice invoice : List.of(
                    SampleInvoices.with(1, lines),
                    SampleInvoices.with(1 + lines / 8, lines),
                    SampleInvoices.onlineServices(lines))) {
                assertThat(pages(printer.render(invoice, Locale.ENGLISH)).getLast())
                        .as("%s lines", lines)
                        .contains("Total (EUR) " + english(invoice.figures().total()))
                        .containsPattern("Azure|Virtual|Storage|Bandwidth|Log Analytics|Key Vault");
            }
            Invoice itemized = SampleInvoices.enrollment(lines);
            List<Transaction> items = SampleInvoices.items(itemized);
            assertThat(pages(printer.render(Paper.INVOICE, itemized, items, Locale.ENGLISH))
                            .getLast()
                            .replaceAll("\\s+", " "))
                    .as("%s items", lines)
                    .contains("Total (EUR)", "General Purpose");
        }
    }

    @Test
    void anEnrollmentsInvoiceListsItsProducts() throws IOException {
        Invoice invoice = SampleInvoices.enrollment(12);
        List<String> pages =
                pages(printer.render(Paper.INVOICE, invoice, SampleInvoices.items(invoice), Locale.ENGLISH));
        assertThat(pages.getFirst()).contains("PO number", "7654321", "Ship to", "End customer");
        String text = String.join(" ", pages.subList(1, pages.size())).replaceAll("\\s+", " ");
        assertThat(text)
                .contains("Unit price", "Quantity", "Commitment usage", "Net charge", "Rate", "Tax", "Total (EUR)")
                .contains("17.123456", "21%", "-250.00");
        assertThat(text.indexOf("Azure usage and purchases")).isLessThan(text.indexOf("Azure Marketplace"));
        assertThat(text.indexOf("Azure Marketplace")).isLessThan(text.indexOf("Without a charge"));
    }

    /** {@code -Dfactuur.golden=true} writes anew what is compared with; look at it before it is committed. */
    @ParameterizedTest
    @CsvSource({
        "INVOICE, en",
        "INVOICE, nl",
        "TAX, en",
        "TAX, nl",
        "SUMMARY, en",
        "SUMMARY, nl",
        "SUBSCRIPTION, en",
        "SUBSCRIPTION, nl",
        "ENROLLMENT, en",
        "ENROLLMENT, de"
    })
    void saysAndLooksAsItDid(String kind, String language) throws Exception {
        Locale locale = Locale.of(language);
        byte[] pdf =
                switch (kind) {
                    case "ENROLLMENT" -> enrollment(locale);
                    case "SUBSCRIPTION" -> subscription(locale);
                    case "INVOICE" -> profile(locale);
                    default -> printer.render(Paper.valueOf(kind), SampleInvoices.with(3, 40), locale);
                };
        String name = kind.toLowerCase(Locale.ROOT) + "-" + language;
        List<String> pages = pages(pdf);
        String text = String.join("\f\n", pages);
        Path goldenText = GOLDEN.resolve(name + ".txt");
        if (Boolean.getBoolean("factuur.golden")) {
            Files.writeString(goldenText, text);
        }
        assertThat(text).isEqualTo(Files.readString(goldenText));

        assumeThat(RASTERISER).exists();
        Path file = Files.write(folder.resolve("a.pdf"), pdf);
        new ProcessBuilder(
                        RASTERISER.toString(),
                        "-png",
                        "-r",
                        "60",
                        file.toString(),
                        folder.resolve("a").toString())
                .inheritIO()
                .start()
                .waitFor();
        for (int page = 1; page <= pages.size(); page++) {
            Path picture = folder.resolve("a-" + page + ".png");
            Path golden = GOLDEN.resolve(name + "-" + page + ".png");
            if (Boolean.getBoolean("factuur.golden")) {
                Files.copy(picture, golden, StandardCopyOption.REPLACE_EXISTING);
            }
            assertThat(share(ImageIO.read(picture.toFile()), ImageIO.read(golden.toFile())))
                    .as("thousandths of the points of page %s that look different", page)
                    .isLessThanOrEqualTo(5);
        }
    }

    private static String english(BigDecimal amount) {
        return String.format(Locale.ENGLISH, "%,.2f", amount);
    }

    private byte[] profile(Locale locale) {
        Invoice invoice = SampleInvoices.with(3, 40);
        return printer.render(Paper.INVOICE, invoice, SampleInvoices.orders(invoice), locale);
    }

    private byte[] subscription(Locale locale) {
        Invoice invoice = SampleInvoices.onlineServices(24);
        return printer.render(Paper.INVOICE, invoice, SampleInvoices.meters(invoice), SampleInvoices.balance(), locale);
    }

    private byte[] enrollment(Locale locale) {
        Invoice invoice = SampleInvoices.enrollment(24);
        return printer.render(Paper.INVOICE, invoice, SampleInvoices.items(invoice), locale);
    }

    /** Thousandths of the points that differ by more than what another rasteriser smooths otherwise. */
    private static int share(BufferedImage now, BufferedImage before) {
        assertThat(now.getWidth()).isEqualTo(before.getWidth());
        assertThat(now.getHeight()).isEqualTo(before.getHeight());
        int different = 0;
        for (int y = 0; y < now.getHeight(); y++) {
            for (int x = 0; x < now.getWidth(); x++) {
                different += differs(now.getRGB(x, y), before.getRGB(x, y)) ? 1 : 0;
            }
        }
        return different * 1000 / (now.getWidth() * now.getHeight());
    }

    private static boolean differs(int one, int other) {
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)) > DIFFERENT) {
                return true;
            }
        }
        return false;
    }

    /** What is heard of each page: what repeats on every page is not. */
    private static List<String> pages(byte[] pdf) throws IOException {
        return pages(pdf, false);
    }

    private static List<String> seen(byte[] pdf) throws IOException {
        return pages(pdf, true);
    }

    private static List<String> pages(byte[] pdf, boolean repeated) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PdfReader reader = new PdfReader(pdf)) {
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                if (repeated) {
                    String content = new String(reader.getPageContent(page), StandardCharsets.ISO_8859_1);
                    reader.setPageContent(
                            page, content.replace("/Artifact", "/Span").getBytes(StandardCharsets.ISO_8859_1));
                }
                pages.add(new PdfTextExtractor(reader).getTextFromPage(page));
            }
        }
        return pages;
    }
}
