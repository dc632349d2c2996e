package io.factuur.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** The heap that a page costs the server while it stands open in a browser: many tabs of one session, less a few. */
public final class HeapPerPageBench {

    private static final int FEW = 4;

    private HeapPerPageBench() {}

    /** Arguments: invoices, tabs. */
    public static void main(String[] args) throws Exception {
        int tabs = Integer.parseInt(args[1]);
        try (Bench bench = Bench.on("h2")) {
            Scope account = bench.account(AgreementType.MCA);
            Scope profile = bench.child(account, ScopeKind.BILLING_PROFILE, 1);
            bench.with(Role.BILLING_PROFILE_CONTRIBUTOR, profile);
            bench.invoices(profile, Long.parseLong(args[0]));
            int port = Objects.requireNonNull(((WebServerApplicationContext) bench.application).getWebServer())
                    .getPort();
            try (Playwright playwright = Playwright.create(
                            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                    Browser browser = playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")))) {
                List<String> paths = List.of(
                        "/profile",
                        "/billing/" + profile.id() + "/overview",
                        "/billing/" + profile.id() + "/invoices");
                // What the first round fills, caches and such, is not the page's.
                for (int round = 0; round < 3; round++) {
                    for (String path : paths) {
                        measure(browser, "http://localhost:" + port, path, tabs);
                    }
                }
            }
        }
        System.exit(0);
    }

    private static void signIn(Page page) {
        page.navigate("/login");
        page.locator("input[name=username]").fill("reader");
        page.locator("input[name=password]").fill("reader");
        page.locator("vaadin-login-form vaadin-button").first().click();
        page.waitForURL(address -> !address.contains("/login"));
    }

    /** In a session of its own: whatever of the one before goes away does so before the first tab. */
    private static void measure(Browser browser, String address, String path, int tabs) throws InterruptedException {
        try (BrowserContext session = browser.newContext(new Browser.NewContextOptions().setBaseURL(address))) {
            signIn(session.newPage());
            long few = 0;
            for (int i = 0; i < tabs; i++) {
                Page page = session.newPage();
                page.navigate(path);
                page.locator("h1").first().waitFor();
                page.waitForTimeout(300);
                if (i == FEW - 1) {
                    few = live();
                }
            }
            long many = live();
            Bench.say("%-30s %4d kB of heap a page", path.replaceAll("\\d+", "N"), (many - few) / (tabs - FEW) / 1000);
        }
        Thread.sleep(2_000);
    }

    private static long live() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 8; i++) {
            System.gc();
            Thread.sleep(250);
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
