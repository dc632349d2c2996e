package io.factuur.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.factuur.BrowserTest;
import org.junit.jupiter.api.Test;

/** Who wants invoices by mail says so, and takes it back, in the words of the requirement. */
class InvoiceMailJourneyTest extends BrowserTest {

    private static final String BOOKKEEPER = "bookkeeper@archive.example";

    @Test
    void aSubscriptionIsOptedInWithARecipientAndOutAgain() {
        signIn("account-admin");
        invoicesOf("Photo archive");
        button("Email my invoice").click();
        picture("email-my-invoice");
        inDialog("Opt in").click();
        assertThat(inDialog("Opt in")).isDisabled();
        page.getByText("I have read the terms").click();
        assertAccessible();
        inDialog("Opt in").click();
        assertThat(word("Recipients")).isVisible();

        inDialog("Add recipient").click();
        page.getByLabel("E-mail address").fill(BOOKKEEPER);
        inDialog("Add recipient").last().click();
        assertThat(word(BOOKKEEPER)).isVisible();
        assertThat(word("Waits for confirmation")).isVisible();
        assertAccessible();
        picture("recipients");

        inDialog("Opt out of emailed invoices").click();
        page.locator("vaadin-confirm-dialog vaadin-button[slot=confirm-button]").click();
        assertThat(inDialog("Opt in")).isVisible();
        assertThat(word(BOOKKEEPER)).hasCount(0);
    }

    @Test
    void termsThatHaveChangedAreAcceptedAnewFromHome() {
        signIn("account-admin");
        page.getByText("There are newer terms to accept").first().click();
        assertThat(page.getByText("Terms of version 2018-05")).isVisible();
        assertAccessible();
        picture("newer-terms");
        inDialog("Read and accept").click();
        page.getByText("I have read the terms").click();
        inDialog("Accept").click();
        assertThat(page.getByText("The newer terms are accepted.")).isVisible();
        assertThat(inDialog("Read and accept")).hasCount(0);
        open("/");
        assertThat(page.getByText("There are newer terms to accept")).hasCount(0);
    }

    @Test
    void forAnEnrollmentTheButtonSaysWhyNot() {
        browse(NARROW, "en-GB", ColorScheme.DARK);
        signIn("ea-admin");
        invoicesOf("Smart meters");
        assertThat(button("Email my invoice")).isDisabled();
        assertFits();
    }

    @Test
    void aProfilesOwnerUpdatesThePreferenceWhichItsReaderOnlySees() {
        signIn("profile-owner");
        propertiesOf("Oracle tenancy");
        assertThat(word("Opted out")).isVisible();
        button("Update email invoice preference").click();
        page.getByLabel("Opt in").check();
        inDialog("Update").click();
        assertThat(word("Opted in")).isVisible();
        assertThat(word("profile-reader@factuur.example")).isVisible();
        assertAccessible();

        browse(WIDE, "en-GB", ColorScheme.LIGHT);
        signIn("profile-reader");
        propertiesOf("Oracle tenancy");
        assertThat(word("Opted in")).isVisible();
        assertThat(button("Update email invoice preference")).isDisabled();
        assertThat(page.locator(".mail-reason")).containsText("Billing profile owner");
        assertAccessible();

        browse(WIDE, "en-GB", ColorScheme.LIGHT);
        signIn("profile-owner");
        propertiesOf("Oracle tenancy");
        button("Update email invoice preference").click();
        page.getByLabel("Opt out").check();
        inDialog("Update").click();
        assertThat(word("Opted out")).isVisible();
    }

    @Test
    void theReceiptsSayWhatArrivedAndWhatCameBack() {
        signIn("profile-owner");
        open("/billing");
        follow(link("Operations").first());
        String invoices = page.url().replaceFirst("^.*(/billing/\\d+).*$", "$1/invoices");
        // The mail that comes back takes its time, as it does outside.
        for (int i = 0; i < 30 && page.getByText("1 needs you").count() == 0; i++) {
            page.waitForTimeout(1_500);
            open(invoices);
        }
        page.getByLabel("Receipts of F").first().click();
        assertThat(word("crediteuren@havenstad.invalid")).isVisible();
        assertThat(word("Bounced")).isVisible();
        assertThat(page.getByText("This mailbox does not exist any more")).isVisible();
        assertAccessible();
        picture("receipts");
    }

    private void invoicesOf(String subscription) {
        open("/subscriptions");
        follow(link(subscription).first());
        String id = page.url().replaceFirst("^.*/(billing|subscriptions)/(\\d+).*$", "$2");
        open("/subscriptions/" + id + "/invoices");
        assertThat(heading("Invoices")).isVisible();
    }

    private void propertiesOf(String profile) {
        open("/billing");
        follow(link(profile).first());
        open(page.url().replaceFirst("^.*(/billing/\\d+).*$", "$1/properties"));
        assertThat(heading("Properties")).isVisible();
    }

    private Locator inDialog(String name) {
        return page.locator("vaadin-dialog[opened]")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
