package io.factuur;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A journey through the demo in a real browser. All of them share one running demo, so each leaves alone what another
 * counts on. An error in the browser's console fails the test.
 */
@Tag("browser")
@ExtendWith(Chromium.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@ActiveProfiles("demo")
@ContextConfiguration(initializers = TestDatabase.class)
public abstract class BrowserTest {

    protected static final int WIDE = 1440;
    protected static final int NARROW = 390;

    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final Path SCREENSHOTS = Path.of("docs", "screenshots");
    private static final Path KEPT = Path.of("target", "screenshots");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");
    private static final String QUIET = """
            () => window.Vaadin?.Flow?.clients
              && Object.values(window.Vaadin.Flow.clients).every(client => !client.isActive?.())
              && !document.querySelector('.v-loading-indicator[style*="block"]')""";

    /** Marks the page that is about to be left; false outside the frame, where there is none. */
    private static final String MARK = """
            () => {
              const main = document.querySelector('vaadin-app-layout main');
              if (main) main.dataset.left = '';
              return !!main;
            }""";

    private static final String LEFT = "() => !document.querySelector('main[data-left]')";

    /** Follows a link of the frame's own kind to a page. */
    private static final String GO = """
            path => {
              const link = Object.assign(document.createElement('a'), {href: path});
              document.body.append(link);
              link.click();
              link.remove();
            }""";

    /** What the browser showed when a test failed: {@code target/browser}. */
    @RegisterExtension
    final AfterTestExecutionCallback lastLook = test -> test.getExecutionException()
            .ifPresent(failure -> this.page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "browser", test.getDisplayName().replaceAll("\\W", "") + ".png"))));

    @LocalServerPort
    private int port;

    private final List<String> complaints = new ArrayList<>();
    private final List<String> pardoned = new ArrayList<>(List.of("Failed to load resource"));
    private BrowserContext context;

    protected Page page;

    @BeforeEach
    void openBrowser() {
        browse(WIDE, "en-GB", ColorScheme.LIGHT);
    }

    @AfterEach
    void closeBrowser() {
        context.close();
        assertThat(complaints).as("errors in the browser's console").isEmpty();
    }

    /** Starts over, as somebody else at another machine. */
    protected void browse(int width, String language, ColorScheme colours) {
        if (context != null) {
            context.close();
        }
        context = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + port)
                        .setViewportSize(width, 900)
                        .setLocale(language)
                        .setTimezoneId("Europe/Amsterdam")
                        .setColorScheme(colours)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setAcceptDownloads(true));
        context.setDefaultTimeout(60_000);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && pardoned.stream().noneMatch(message.text()::contains)) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    /** Signs in a demo person, past the sign-in page, and shows the first page. */
    protected void signIn(String name) {
        enter(name);
        open("/");
        assertThat(page.url()).as("where signing in leads").doesNotContain("/login");
    }

    /** Signs in a demo person without showing anything yet. */
    protected void enter(String name) {
        Matcher token = CSRF.matcher(page.context().request().get("/login").text());
        assertThat(token.find()).as("a token in the sign-in page").isTrue();
        FormData form =
                FormData.create().set("username", name).set("password", name).set("_csrf", token.group(1));
        page.context().request().post("/login", RequestOptions.create().setForm(form));
    }

    /** Signs in a demo person on the sign-in page and waits for the page behind it. */
    protected void signInAtTheDoor(String name) {
        page.navigate("/login");
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill(name);
        page.locator("vaadin-login-form vaadin-button").first().click();
        page.waitForURL(address -> !address.contains("/login"));
        settle();
    }

    protected void open(String path) {
        page.navigate(path);
        settle();
    }

    /** Goes to another page as a link would; opens it where there is none to go from. */
    protected void go(String path) {
        boolean inside = (boolean) page.evaluate(MARK);
        if (inside) {
            page.evaluate(GO, path);
            page.waitForFunction(LEFT);
            settle();
        } else {
            open(path);
        }
    }

    /** Presses what leads to another page and waits until that one is there: a moment after the press it may not be. */
    protected void follow(Locator link) {
        String before = page.url();
        page.evaluate(MARK);
        link.click();
        page.waitForURL(address -> !address.equals(before));
        page.waitForFunction(LEFT);
        settle();
    }

    protected void settle() {
        page.waitForFunction(QUIET);
    }

    protected Locator heading(String text) {
        return page.getByRole(
                AriaRole.HEADING,
                new Page.GetByRoleOptions().setName(text).setLevel(1).setExact(true));
    }

    /** Whatever says exactly this. */
    protected Locator word(String text) {
        return page.getByText(text, new Page.GetByTextOptions().setExact(true));
    }

    protected Locator button(String text) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    protected Locator link(String text) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    /** Lets an error with these words be, which the test itself brings about. */
    protected void pardon(String words) {
        pardoned.add(words);
    }

    /** Nothing on the page keeps somebody out who cannot see, hear or point. */
    protected void assertAccessible() {
        settle();
        assertThat(violations()).as("axe at " + page.url()).isEmpty();
    }

    /** What axe finds grave on the page. */
    protected List<String> violations() {
        AxeRunOptions wanted = new AxeRunOptions();
        wanted.setResultTypes(List.of("violations"));
        // What WCAG 2.2 adds: nothing to press is smaller than 24 pixels.
        AxeRuleOptions on = new AxeRuleOptions();
        on.setEnabled(true);
        wanted.setRules(Map.of("target-size", on));
        // Without the page of its own that it opens for frames from elsewhere: there are none here.
        return new AxeBuilder(page)
                .options(wanted).setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .filter(rule -> !rule.getNodes().stream().allMatch(BrowserTest::isCell))
                        .map(BrowserTest::words)
                        .toList();
    }

    /** Nothing sticks out at the side. */
    protected void assertFits() {
        assertThat(sticksOut()).as("pixels that stick out at " + page.url()).isLessThanOrEqualTo(0);
    }

    protected int sticksOut() {
        return (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** Takes a picture for the documentation, when asked to with {@code -Dfactuur.screenshots=true}. */
    protected void picture(String name) {
        if (Boolean.getBoolean("factuur.screenshots")) {
            settle();
            page.waitForTimeout(400);
            page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
        }
    }

    /** Keeps a document for the documentation, when asked to in the same way: {@code target/screenshots}. */
    protected void keep(Path document, String name) throws IOException {
        if (Boolean.getBoolean("factuur.screenshots")) {
            Files.createDirectories(KEPT);
            Files.copy(document, KEPT.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A cell of a grid takes the focus for the arrow keys; what is pressed is in it, and measured by itself. */
    private static boolean isCell(CheckedNode node) {
        return node.getHtml().startsWith("<td id=\"vaadin-grid-cell");
    }

    private static String words(Rule rule) {
        return rule.getId() + " (" + rule.getHelp() + "): "
                + rule.getNodes().stream()
                        .map(node -> node.getTarget() + " " + node.getHtml())
                        .limit(3)
                        .toList();
    }
}
