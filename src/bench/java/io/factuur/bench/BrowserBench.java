package io.factuur.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
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

/**
 * What one waits for in a real browser: from the key or click until the eye has what it wanted. The way through Playwright
 * counts as well, some milliseconds each.
 */
public final class BrowserBench {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final int ROWS_AWAY = 400;
    private static final String SCROLL = """
            index => {
              const grid = document.querySelector('vaadin-grid');
              grid.scrollToIndex(index);
            }""";
    private static final String THERE = """
            index => {
              const grid = document.querySelector('vaadin-grid');
              const row = [...grid.shadowRoot.querySelectorAll('tbody tr')].find(tr => tr.index === index);
              return row && !row.hasAttribute('loading') && !grid.loading;
            }""";

    private BrowserBench() {}

    /** Arguments: invoices, rounds, {@code h2} or {@code postgresql}. */
    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[1]);
        try (Bench bench = Bench.on(args[2])) {
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
                                    .setArgs(FLAGS))) {
                for (int round = 0; round <= rounds; round++) {
                    try (BrowserContext session = browser.newContext(new Browser.NewContextOptions()
                            .setBaseURL("http://localhost:" + port)
                            .setLocale("en-GB")
                            .setViewportSize(1440, 900))) {
                        walk(round == 0 ? (name, step) -> step.run() : bench::time, session.newPage(), profile);
                    }
                }
            }
            bench.print();
        }
        System.exit(0);
    }

    /** Notes how long a step takes under a name. */
    private interface Watch {
        void time(String name, Bench.Step step) throws Exception;
    }

    private static void walk(Watch watch, Page page, Scope profile) throws Exception {
        page.navigate("/login");
        page.locator("input[name=username]").fill("reader");
        page.locator("input[name=password]").fill("reader");
        watch.time("first page after signing in", () -> {
            page.locator("vaadin-login-form vaadin-button").first().click();
            page.locator("main .door").first().waitFor();
        });
        watch.time("search: a name typed, its hit there", () -> {
            page.keyboard().press("/");
            page.keyboard().type("Bench 1");
            page.locator(".search-list[data-for='Bench 1'] .search-hit-title").first().waitFor();
        });
        page.keyboard().press("Escape");
        page.navigate("/billing/" + profile.id() + "/overview");
        Locator invoices = page.locator(".drawer a[href$='/" + profile.id() + "/invoices']");
        invoices.waitFor();
        watch.time("from the Overview to the invoices", () -> {
            invoices.click();
            page.locator("a.cell-link").first().waitFor();
        });
        watch.time("the grid " + ROWS_AWAY + " rows further down", () -> {
            page.evaluate(SCROLL, ROWS_AWAY);
            page.waitForFunction(THERE, ROWS_AWAY);
        });
        watch.time("a row's menu", () -> {
            page.locator("button.row-menu").filter(new Locator.FilterOptions().setVisible(true)).nth(2).click();
            page.locator("vaadin-popover[opened] > *").first().waitFor();
        });
        page.keyboard().press("Escape");
        List<Download> begun = new ArrayList<>();
        watch.time("a download begins (the list as CSV)", () -> begun.add(page.waitForDownload(
                () -> page.locator("a[href*='.csv']").first().click())));
        begun.forEach(Download::path);
    }
}
