package io.factuur.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.factuur.BrowserTest;
import io.factuur.shared.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every walk of the requirement, in both languages, without a mouse. */
class KeyboardJourneyTest extends BrowserTest {

    private static final String BOOKKEEPER = "keys@archive.example";

    private Locale language = Locale.ENGLISH;
    private Keys keys = new Keys(page);

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl"})
    void aSubscriptionsInvoiceItsUsageAndItsMails(String tongue) throws IOException {
        begin("account-admin", tongue);
        search("subscriptions.title");
        keys.open("Photo archive");
        choose("invoices.title");
        settle();
        keys.pressInRow(say("invoice.status.PAID"));
        assertThat(head(keys.fetch(say("invoices.document.download")))).startsWith("%PDF-");
        keys.press("Escape");
        keys.pressInRow(say("invoice.status.PAID"));
        assertThat(Files.size(keys.fetch(say("invoices.document.csv")).path())).isPositive();
        keys.press("Escape");

        choose("delivery.email-my-invoice");
        choose("delivery.opt-in");
        keys.toWhatBegins(say("delivery.terms.accept").substring(0, 12));
        keys.press("Space");
        choose("delivery.opt-in");
        choose("delivery.recipient.add");
        Locator address = page.locator("vaadin-text-field[inputmode=email] input");
        assertThat(address).isFocused();
        keys.to(say("delivery.recipient.address"));
        keys.type(BOOKKEEPER);
        assertThat(address).hasValue(BOOKKEEPER);
        keys.press("Tab");
        settle();
        choose("delivery.recipient.add");
        assertThat(word(BOOKKEEPER)).isVisible();
        choose("delivery.opt-out.long");
        choose("delivery.opt-out");
        assertThat(word(BOOKKEEPER)).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl"})
    void aProfilesInvoiceItsUsageAndWhatIsNotBilledYet(String tongue) throws IOException {
        begin("profile-owner", tongue);
        search("billing.title");
        keys.open("Operations");
        settle();
        assertThat(head(keys.fetch(say("overview.download-open")))).isNotEmpty();
        choose("invoices.title");
        settle();
        keys.pressInRow(say("invoice.status.PAID"));
        assertThat(head(keys.fetch(say("invoices.document.invoice")))).startsWith("%PDF-");
        keys.press("Escape");
        keys.pressInRow(say("invoice.status.PAID"));
        assertThat(Files.size(keys.fetch(say("invoices.document.usage")).path()))
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl"})
    void aProfilesPreferenceForMails(String tongue) {
        begin("profile-owner", tongue);
        search("billing.title");
        keys.open("Oracle tenancy");
        choose("properties.title");
        prefer("delivery.opt-in", "ArrowUp", "delivery.opt-out");
        assertThat(word(say("delivery.state.opted-in"))).isVisible();
        prefer("delivery.opt-out", "ArrowDown", "delivery.opt-in");
        assertThat(word(say("delivery.state.opted-out"))).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl"})
    void anEnrollmentsUsageOfAMonth(String tongue) throws IOException {
        begin("ea-admin", tongue);
        search("billing.title");
        choose("usage.charges.title");
        settle();
        int year = YearMonth.now(ZoneOffset.UTC).minusMonths(1).getYear();
        keys.pressInRow(String.valueOf(year));
        assertThat(Files.size(keys.fetch(say("downloads.download")).path())).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl"})
    void theTypeOfAnAgreement(String tongue) {
        begin("multi-scope", tongue);
        search("billing.title");
        assertThat(heading(say("billing.scopes"))).isVisible();
        assertThat(word(say("agreement.MCA"))
                        .filter(new Locator.FilterOptions().setVisible(true))
                        .first())
                .isVisible();

        begin("ea-admin", tongue);
        search("billing.title");
        choose("properties.title");
        assertThat(word(say("agreement.EA")).first()).isVisible();
    }

    private void begin(String person, String tongue) {
        language = Locale.of(tongue);
        browse(WIDE, tongue, ColorScheme.LIGHT);
        keys = new Keys(page);
        signIn(person);
    }

    /** From anywhere: the slash, the name of the page, Enter. */
    private void search(String page) {
        keys.press("/");
        keys.type(say(page));
        assertThat(this.page.locator(".search-hit-title").first())
                .hasText(say(page), new LocatorAssertions.HasTextOptions().setTimeout(30_000));
        keys.press("Enter");
        this.page.waitForURL(address -> !address.endsWith("/"));
        settle();
    }

    private void choose(String key) {
        keys.choose(say(key));
        settle();
    }

    /** A group of two: Tab gets to the one that is chosen, an arrow to the other. */
    private void prefer(String other, String arrow, String chosen) {
        choose("delivery.update-preference");
        keys.to(say(chosen));
        keys.press(arrow);
        keys.to(say(other));
        choose("delivery.update");
    }

    private String say(String key) {
        return Texts.get(language, key);
    }

    private static String head(Download file) throws IOException {
        return Files.readString(file.path(), StandardCharsets.ISO_8859_1).substring(0, 8);
    }
}
