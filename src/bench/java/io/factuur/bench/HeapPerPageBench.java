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
import java.util.ArrayList;
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
                                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")));
                    BrowserContext session = browser.newContext(
                            new Browser.NewContextOptions().setBaseURL("http://localhost:" + port))) {
                signIn(session.newPage());
                // Twice: what the first time fills, caches and such, is not the page's.
                for (String path : List.of(
                        "/profile",
                        "/billing/" + profile.id() + "/invoices",
                        "/billing/" + profile.id() + "/overview",
                        "/billing/" + profile.id() + "/invoices")) {
                    measure(session, path, tabs);
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

    private static void measure(BrowserContext session, String path, int tabs) throws InterruptedException {
        List<Page> open = new ArrayList<>();
        long few = 0;
        for (int i = 0; i < tabs; i++) {
            Page page = session.newPage();
            page.navigate(path);
            page.locator("h1").first().waitFor();
            page.waitForTimeout(300);
            open.add(page);
            if (i == FEW - 1) {
                few = live();
            }
        }
        long many = live();
        Bench.say("%-30s %4d kB of heap a page", path.replaceAll("\\d+", "N"), (many - few) / (tabs - FEW) / 1000);
        open.forEach(Page::close);
        Thread.sleep(2_000);
    }

    private static long live() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(200);
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
