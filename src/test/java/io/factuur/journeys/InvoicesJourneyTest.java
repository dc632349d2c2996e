package io.factuur.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.factuur.BrowserTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The walks to an invoice, agreement by agreement, as the people of the demo take them. */
class InvoicesJourneyTest extends BrowserTest {

    private static final String CUT_OFF = """
            () => [...document.querySelectorAll('vaadin-grid-sorter, vaadin-grid-cell-content')]
              .filter(cell => cell.checkVisibility() && cell.clientWidth > 0)
              .filter(cell => {
                const words = cell.shadowRoot?.querySelector('[part=content]') ?? cell;
                return words.scrollWidth > words.clientWidth + 1;
              })
              .map(cell => cell.textContent.trim())""";

    private static final int TABLET = 768;
    private static final String FADE = "() => getComputedStyle(document.querySelector('vaadin-grid')).maskImage";

    @Test
    void aSubscriptionsInvoiceAndItsDailyUsage() throws IOException {
        signIn("account-admin");
        open("/subscriptions");
        follow(page.getByText("Website").first());
        follow(link("Invoices").first());
        assertThat(heading("Invoices")).isVisible();
        assertAccessible();
        open(page.url().replaceFirst("^https?://[^/]+/billing/", "/subscriptions/"));
        assertThat(page.locator("vaadin-side-nav-item[current]"))
                .containsText(new String[] {"Subscriptions", "Invoices"});
        Locator rows = page.locator("button.row-button");
        assertThat(rows.first()).hasText("Not available");
        rows.first().click();
        assertThat(page.getByText("The billing period has not ended")).isVisible();
        page.locator("vaadin-popover[opened]").press("Escape");
        assertThat(page.locator("vaadin-popover")).hasCount(0);
        assertThat(rows.first()).isFocused();

        // In the first days of a month the one before is not there either.
        Locator issued =
                rows.filter(new Locator.FilterOptions().setHasText("Download")).first();
        issued.click();
        assertThat(head(fetch("Download invoice"))).startsWith("%PDF-");
        issued.click();
        assertThat(Files.size(fetch("Download csv"))).isPositive();
        picture("invoices-periods");
    }

    @Test
    void aProfilesInvoiceItsPageItsProofAndItsSeal() throws IOException {
        signIn("profile-reader");
        open("/billing");
        follow(page.getByText("Operations").first());
        follow(link("Invoices").first());
        assertAccessible();
        Locator more = page.locator("button.row-menu").nth(2);
        String number = more.getAttribute("aria-label").replace("Download ", "");
        more.press("Enter");
        assertThat(page.locator("vaadin-popover[opened]")).hasCSS("outline-style", "none");
        Path pdf = Files.copy(
                fetch("Invoice"), Files.createTempFile("invoice", ".pdf"), StandardCopyOption.REPLACE_EXISTING);
        open("/invoices/" + number);
        assertThat(heading("Invoice " + number)).isVisible();
        assertAccessible();
        picture("invoice");
        follow(link("Proof"));
        assertThat(page.getByText("give the invoice's total, to the last digit"))
                .isVisible();
        assertAccessible();
        picture("invoice-proof");

        browse(WIDE, "en-GB", ColorScheme.LIGHT);
        open("/check");
        page.locator("vaadin-upload input[type=file]").setInputFiles(pdf);
        assertThat(page.getByText("This is the genuine document, unchanged.")).isVisible();
        assertThat(page.getByText(number)).isVisible();
        assertAccessible();
    }

    @Test
    void theFilterStaysInTheAddress() {
        signIn("profile-reader");
        open("/billing");
        follow(page.getByText("Operations").first());
        follow(link("Invoices").first());
        page.getByLabel("Status").first().fill("Over");
        page.getByRole(AriaRole.OPTION).first().click();
        page.waitForURL(address -> address.contains("status=OVERDUE"));
        page.reload();
        settle();
        assertThat(page.locator(".badge-bad").first()).isVisible();
        assertThat(page.locator(".badge-good")).hasCount(0);
    }

    /** Dutch has the long words: none of them ends in dots, nor does a status, on a small phone, a laptop or a desk. */
    @Test
    void noHeadingAndNoStatusOfTheListIsCutOff() {
        for (int width : List.of(360, 1280, WIDE)) {
            browse(width, "nl", ColorScheme.LIGHT);
            signIn("profile-owner");
            open("/billing");
            follow(page.getByText("Operations").first());
            open(page.url().replaceFirst("/overview.*", "/invoices").replaceFirst("^https?://[^/]+", ""));
            assertThat(page.locator("button.row-menu").first()).isVisible();
            assertThat((List<?>) page.evaluate(CUT_OFF)).as("at " + width).isEmpty();
        }
    }

    /** Between a phone and a desk, less important columns go; money, status and number stay, and nothing scrolls sideways. */
    @Test
    void onATabletColumnsGiveWayUntilTheRestHasRoom() {
        browse(TABLET, "en-GB", ColorScheme.LIGHT);
        signIn("profile-owner");
        open("/billing");
        follow(page.getByText("Operations").first());
        open(page.url().replaceFirst("/overview.*", "/invoices").replaceFirst("^https?://[^/]+", ""));
        assertThat(column("Invoice number")).isVisible();
        assertThat(column("Status")).isVisible();
        assertThat(column("Total")).isVisible();
        assertThat(column("Amount due")).isVisible();
        assertThat(column("Date")).isHidden();
        assertThat(column("Billing period")).isHidden();
        assertThat(page.locator(".for-period").first()).isVisible();
        assertThat((String) page.evaluate("() => document.querySelector('vaadin-grid').getAttribute('overflow') ?? ''"))
                .doesNotContain("end");
        assertFits();

        page.setViewportSize(WIDE, 900);
        assertThat(column("Date")).isVisible();
        assertThat(column("Billing period")).isVisible();
        assertThat(page.locator(".for-period").first()).isHidden();
    }

    /** The agreement and the account move under the name; the rest stays, and nothing scrolls sideways. */
    @Test
    void onATabletASubscriptionsNameSaysItsAgreementAndItsAccount() {
        browse(TABLET, "en-GB", ColorScheme.LIGHT);
        signIn("profile-owner");
        open("/subscriptions");
        assertThat(column("Status")).isVisible();
        assertThat(column("Agreement type")).isHidden();
        assertThat(column("Billing account")).isHidden();
        assertThat(page.locator(".for-agreement").first()).hasText("Microsoft Customer Agreement");
        assertThat(page.locator(".for-agreement").first()).isVisible();
        assertThat(page.locator(".for-account").first()).isVisible();
        assertThat((String) page.evaluate("() => document.querySelector('vaadin-grid').getAttribute('overflow') ?? ''"))
                .doesNotContain("end");

        page.setViewportSize(WIDE, 900);
        assertThat(column("Agreement type")).isVisible();
        assertThat(page.locator(".for-agreement").first()).isHidden();
    }

    /** What goes on beyond the edge of the screen fades there; what does not, does not. */
    @Test
    void aListThatGoesOnBeyondTheEdgeFadesThere() {
        browse(NARROW, "en-GB", ColorScheme.LIGHT);
        signIn("profile-owner");
        open("/subscriptions");
        page.waitForFunction("() => document.querySelector('vaadin-grid').getAttribute('overflow')?.includes('end')");
        assertThat((String) page.evaluate(FADE)).contains("linear-gradient");
        page.setViewportSize(WIDE, 900);
        page.waitForFunction("() => !document.querySelector('vaadin-grid').getAttribute('overflow')?.includes('end')");
        assertThat((String) page.evaluate(FADE)).isEqualTo("none");
    }

    private Locator column(String heading) {
        return page.locator("vaadin-grid-sorter").getByText(heading, new Locator.GetByTextOptions().setExact(true));
    }

    @Test
    void nothingSticksOutOnAPhone() {
        browse(NARROW, "nl", ColorScheme.DARK);
        signIn("profile-owner");
        open("/billing");
        follow(page.getByText("Operations").first());
        open(page.url().replaceFirst("/overview.*", "/invoices").replaceFirst("^https?://[^/]+", ""));
        assertFits();
        follow(page.locator("a.cell-link").nth(1));
        assertFits();
        assertAccessible();
        open(page.url().replaceFirst("^https?://[^/]+", "") + "/proof");
        assertFits();
        assertAccessible();
    }

    /** Figures of 18 decimals beside long headings: none is beyond an edge. */
    @Test
    void allOfAProofIsInSightOnEveryScreen() {
        signIn("profile-owner");
        open("/billing");
        follow(page.getByText("Operations").first());
        follow(link("Invoices").first());
        follow(page.locator("a.cell-link").nth(1));
        String proof = page.url().replaceFirst("^https?://[^/]+", "") + "/proof";
        for (int width : List.of(360, TABLET, 1024, WIDE)) {
            browse(width, "de-DE", ColorScheme.LIGHT);
            signIn("profile-owner");
            open(proof);
            assertThat(page.locator(".bridge")).isVisible();
            assertThat((Boolean) page.evaluate("() => [...document.querySelectorAll('.scrolls')].every(part =>"
                            + " part.scrollWidth <= part.clientWidth)"))
                    .as("every figure of the proof at %s", width)
                    .isTrue();
        }
    }

    private Path fetch(String label) {
        Download download = page.waitForDownload(() -> link(label).first().click());
        return download.path();
    }

    private static String head(Path file) throws IOException {
        return new String(Files.readAllBytes(file), 0, 8, StandardCharsets.ISO_8859_1);
    }
}
