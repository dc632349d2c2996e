package io.factuur.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Tabs of a real browser, driven from a process of their own: what the driver keeps for each would count as the server's
 * otherwise. A line asks for a path and how many tabs of it, in a session for each path; a line says when they are there.
 */
final class Tabs implements AutoCloseable {

    private final Process process;
    private final PrintWriter asks;
    private final BufferedReader answers;

    Tabs(String address) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Tabs.class.getName(),
                        address)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        asks = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    void open(String path, int tabs) throws IOException {
        asks.println(path + " " + tabs);
        String answer = answers.readLine();
        if (!"there".equals(answer)) {
            throw new IOException("No tabs: " + answer);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }

    public static void main(String[] args) throws IOException {
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")))) {
            String last = "";
            BrowserContext session = browser.newContext();
            for (String line = asked.readLine(); line != null; line = asked.readLine()) {
                String[] words = line.split(" ");
                if (!words[0].equals(last)) {
                    last = words[0];
                    leave(session);
                    session = browser.newContext(new Browser.NewContextOptions().setBaseURL(args[0]));
                    signIn(session.newPage());
                }
                for (int i = 0; i < Integer.parseInt(words[1]); i++) {
                    Page page = session.newPage();
                    page.navigate(words[0]);
                    page.locator("h1").first().waitFor();
                    page.waitForTimeout(500);
                }
                System.out.println("there");
            }
        }
    }

    /** Tab by tab, so that the server hears of each and has let go of it before the next are counted. */
    private static void leave(BrowserContext session) {
        for (Page page : session.pages()) {
            page.navigate("about:blank");
            page.close();
        }
        session.close();
    }

    private static void signIn(Page page) {
        page.navigate("/login");
        page.locator("input[name=username]").fill("reader");
        page.locator("input[name=password]").fill("reader");
        page.locator("vaadin-login-form vaadin-button").first().click();
        page.waitForURL(address -> !address.contains("/login"));
    }
}
