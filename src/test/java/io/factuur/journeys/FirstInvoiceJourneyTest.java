package io.factuur.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.opencsv.CSVReaderHeaderAware;
import io.factuur.BrowserTest;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** From the README: a real usage file becomes an invoice that the right person, and only that person, downloads. */
class FirstInvoiceJourneyTest extends BrowserTest {

    private static final Path SAMPLE = Path.of("src", "main", "resources", "demo", "focus_1.0_sample_1000.csv");
    private static final BigDecimal AWS_EXACT = new BigDecimal("18.00663861840");

    @Test
    void fromTheRealFileToThePaperInTheRightHands() throws Exception {
        importTheFile();
        closeTheMonth();
        String number = fetchTheDocuments();
        seeNothing(number);
    }

    private void importTheFile() {
        signIn("operator");
        open("/operator/imports");
        assertThat(heading("Imports")).isVisible();
        page.locator("vaadin-upload input[type=file]").setInputFiles(SAMPLE);
        assertThat(page.locator("vaadin-grid").getByText("1,000").first()).isVisible();
        assertThat(page.locator("vaadin-grid")
                        .getByText("Live", new Locator.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
        picture("first-invoice-1-import");
    }

    private void closeTheMonth() {
        open("/operator/billing-runs");
        Locator account = field("Billing account");
        account.fill("FOCUS sample");
        page.getByRole(AriaRole.OPTION).first().click();
        field("Period").fill("2024-09");
        button("Close the period").click();
        for (String beforeTax : List.of("18.01 USD", "1.98 USD", "0.30 USD")) {
            assertThat(page.getByText(beforeTax, exactly()).first()).isVisible();
        }
        picture("first-invoice-2-billing-run");
    }

    private Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first();
    }

    /** @return the number of the invoice that was downloaded */
    private String fetchTheDocuments() throws Exception {
        browse(WIDE, "en-GB", ColorScheme.LIGHT);
        signIn("profile-owner");
        open("/billing");
        follow(page.getByText("SunBird (AWS)").first());
        follow(link("Invoices").first());
        assertThat(heading("Invoices")).isVisible();
        Locator more = page.locator("button.row-menu").first();
        String number = more.getAttribute("aria-label").replace("Download ", "");
        more.click();
        assertThat(link("Invoice")).isVisible();
        picture("first-invoice-3-grid");
        Path pdf = fetch("Invoice");
        keep(pdf, "first-invoice.pdf");
        try (PdfReader reader = new PdfReader(Files.readAllBytes(pdf))) {
            StringBuilder text = new StringBuilder();
            for (int at = 1; at <= reader.getNumberOfPages(); at++) {
                text.append(new PdfTextExtractor(reader).getTextFromPage(at));
            }
            assertThat(text).contains(number).contains("18.01");
        }
        more.click();
        checkUsage(fetch("Azure usage and charges"), number);
        return number;
    }

    private Path fetch(String label) {
        Download download = page.waitForDownload(() -> link(label).click());
        return download.path();
    }

    private static void checkUsage(Path csv, String number) throws Exception {
        List<Map<String, String>> rows = new ArrayList<>();
        try (CSVReaderHeaderAware reader = new CSVReaderHeaderAware(Files.newBufferedReader(csv))) {
            for (Map<String, String> row = reader.readMap(); row != null; row = reader.readMap()) {
                rows.add(row);
            }
        }
        assertThat(rows).hasSize(942 + 1).last().satisfies(last -> assertThat(last.values())
                .contains("RoundingAdjustment"));
        assertThat(rows).allSatisfy(row -> assertThat(row.get("invoiceId")).isEqualTo(number));
        BigDecimal usage = sum(rows.subList(0, 942));
        assertThat(usage).isEqualByComparingTo(AWS_EXACT);
        assertThat(sum(rows)).isEqualByComparingTo("18.01");
    }

    private static BigDecimal sum(List<Map<String, String>> rows) {
        return rows.stream()
                .map(row -> new BigDecimal(row.get("costInBillingCurrency")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void seeNothing(String number) {
        browse(WIDE, "en-GB", ColorScheme.LIGHT);
        signIn("nobody");
        open("/billing");
        assertThat(page.getByText("Nobody has given you a role on a billing scope yet."))
                .isVisible();
        picture("first-invoice-4-nobody");
        assertThat(page.request().get("/api/v1/invoices/" + number).status()).isEqualTo(404);
        assertThat(page.request()
                        .get("/api/v1/invoices/" + number + "/documents/invoice.pdf")
                        .status())
                .isEqualTo(404);
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
