package io.factuur.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.factuur.BrowserTest;
import io.factuur.mail.ScriptedSmtp;
import io.factuur.mail.ScriptedSmtp.Behaviour;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * From an empty portal, as it is installed, with a mail server and no demo, to the first invoice in a customer's mail:
 * along the first steps, the operator on a desk, the customer in Dutch on a phone.
 */
@ActiveProfiles(inheritProfiles = false)
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
class FirstRunJourneyTest extends BrowserTest {

    private static final Path SAMPLE = Path.of("src", "main", "resources", "demo", "focus_1.0_sample_1000.csv");
    private static final String PROFILE_ID = "1234567890123";
    private static final Pattern CODE = Pattern.compile("enter the code (\\S+)");
    private static final Pattern LINK = Pattern.compile("http://\\S+(/welcome/\\S+)");
    private static final String PASSWORD = "four words in a row";

    private static ScriptedSmtp server;

    @TempDir
    Path folder;

    @BeforeAll
    static void listen() throws IOException {
        server();
    }

    @AfterAll
    static void hangUp() {
        server.close();
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry settings) throws IOException {
        int port = server().port();
        settings.add("spring.mail.host", () -> "localhost");
        settings.add("spring.mail.port", () -> port);
    }

    @Test
    void fromNothingToAMailedInvoice(CapturedOutput log) throws Exception {
        becomeTheOperator(code(log));
        follow("Fill in the company details");
        button("Save").click();
        Locator refusal = page.getByRole(AriaRole.ALERT)
                .filter(new Locator.FilterOptions().setHasText("The address needs at least one line"));
        assertThat(refusal).isVisible();
        assertThat(field("Address")).hasAttribute("aria-invalid", "true");
        field("Name").fill("Clouds and Company B.V.");
        field("Address").fill("Kade 1\n1234 AB Haven");
        button("Save").click();
        assertThat(page.getByText("Saved.")).isVisible();
        assertThat(refusal).hasCount(0);
        assertThat(field("Address")).not().hasAttribute("aria-invalid", "true");

        follow("Invite the first customer");
        field("Name").fill("Piet Haven");
        field("User name").fill("piet");
        field("E-mail").fill("piet@haven.example");
        button("Send the invitation").click();
        assertThat(word("Invited")).isVisible();

        follow("Create the first billing account");
        create("Haven", "haven");
        page.locator("vaadin-grid").getByText("Haven").first().click();
        button("Create below").click();
        create("Operations", PROFILE_ID);

        theCustomerOptsIn();

        enterByTheDoor("olga");
        follow("Import the first usage file");
        page.locator("vaadin-upload input[type=file]").setInputFiles(rowsOfTheProfile());
        assertThat(page.locator("vaadin-grid").getByText("Live", new Locator.GetByTextOptions().setExact(true)))
                .isVisible();

        follow("Issue the first invoice");
        link("Haven, September 2024").click();
        assertThat(field("Period")).hasValue("2024-09");
        button("Close the period").click();
        assertThat(page.getByText("18.01").first()).isVisible();

        MimeMessage mail = mailTo("piet@haven.example", "F2");
        assertThat(attachments(mail)).anyMatch(name -> name.endsWith(".pdf"));
        // The answer of the mail server is written down a moment after it was given.
        for (int i = 0; i < 20; i++) {
            open("/");
            if (page.getByText("First steps").count() == 0) {
                break;
            }
            page.waitForTimeout(500);
        }
        assertThat(word("First steps")).hasCount(0);
    }

    private void becomeTheOperator(String code) {
        open("/");
        assertThat(heading("Welcome to Factuur")).isVisible();
        assertAccessible();
        assertFits();
        field("Code").fill(code);
        field("User name").fill("olga");
        field("Name").fill("Olga Operator");
        field("E-mail").fill("olga@clouds.example");
        field("Password").fill(PASSWORD);
        button("Become the operator").click();
        link("Sign in").click();
        signInHere("olga");
        assertThat(word("First steps")).isVisible();
        assertAccessible();
        picture("first-steps");
    }

    private void theCustomerOptsIn() throws Exception {
        Matcher link = LINK.matcher(text(mailTo("piet@haven.example", "")));
        assertThat(link.find()).isTrue();
        browse(NARROW, "nl-NL", ColorScheme.DARK);
        open(link.group(1));
        assertAccessible();
        assertFits();
        field("Nieuw wachtwoord").fill(PASSWORD);
        field("Nog een keer hetzelfde").fill(PASSWORD);
        button("Dit wachtwoord kiezen").click();
        link("Aanmelden").click();
        signInHere("piet");
        open("/billing");
        page.waitForURL(address -> address.endsWith("/overview"));
        open(page.url().replaceFirst("^.*(/billing/\\d+).*$", "$1/profiles"));
        follow(link("Operations").first());
        open(page.url().replaceFirst("^.*(/billing/\\d+).*$", "$1/properties"));
        button("Voorkeur voor e-facturen bijwerken").click();
        page.getByLabel("Aanmelden").check();
        button("Update").click();
        assertThat(word("Aangemeld")).isVisible();
        assertAccessible();
        assertFits();
    }

    /** Chooses a step on Home. */
    private void follow(String step) {
        open("/");
        follow(link(step));
    }

    private void create(String name, String id) {
        field("Name").fill(name);
        field("ID").fill(id);
        field("First owner").fill("piet");
        button("Create").click();
        assertThat(page.getByText(name + " has been created.")).isVisible();
    }

    private void enterByTheDoor(String name) {
        browse(WIDE, "en-GB", ColorScheme.LIGHT);
        open("/login");
        signInHere(name);
    }

    private void signInHere(String name) {
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("vaadin-login-form vaadin-button").first().click();
        page.waitForURL(address -> !address.contains("/login"));
        settle();
    }

    private Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .and(page.getByRole(AriaRole.TEXTBOX));
    }

    private Path rowsOfTheProfile() throws IOException {
        List<String> lines = Files.readAllLines(SAMPLE);
        List<String> own = new ArrayList<>(List.of(lines.getFirst()));
        lines.stream().filter(line -> line.contains(PROFILE_ID)).forEach(own::add);
        return Files.write(folder.resolve("september.csv"), own);
    }

    private static String code(CapturedOutput log) {
        Matcher code = CODE.matcher(log.getAll());
        assertThat(code.find()).as("a code in the log").isTrue();
        return code.group(1);
    }

    private static synchronized ScriptedSmtp server() throws IOException {
        if (server == null) {
            server = new ScriptedSmtp(Behaviour.ACCEPT);
        }
        return server;
    }

    /** The newest with a word in its subject, once it has come. */
    private MimeMessage mailTo(String address, String subject) throws Exception {
        for (int i = 0; i < 120; i++) {
            for (String taken : server.accepted().reversed()) {
                MimeMessage mail =
                        new MimeMessage(null, new ByteArrayInputStream(taken.getBytes(StandardCharsets.UTF_8)));
                if (taken.contains("To: " + address) && mail.getSubject().contains(subject)) {
                    return mail;
                }
            }
            page.waitForTimeout(500);
        }
        throw new AssertionError("No mail to " + address + " about " + subject);
    }

    private static List<String> attachments(MimeMessage mail) throws Exception {
        List<String> names = new ArrayList<>();
        Multipart parts = (Multipart) mail.getContent();
        for (int at = 0; at < parts.getCount(); at++) {
            if (parts.getBodyPart(at).getFileName() != null) {
                names.add(parts.getBodyPart(at).getFileName());
            }
        }
        return names;
    }

    private static String text(Part part) throws Exception {
        Object content = part.getContent();
        if (content instanceof Multipart parts) {
            BodyPart first = parts.getBodyPart(0);
            return text(first);
        }
        return content.toString();
    }
}
