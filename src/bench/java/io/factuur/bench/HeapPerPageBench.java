package io.factuur.bench;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Scope;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/**
 * The heap that a page costs the server while it stands open in a browser: what as many tabs again of one session add. What
 * comes once is in both figures and falls out. The bare page says how much of it is Flow's and the push connection's.
 */
public final class HeapPerPageBench {

    private HeapPerPageBench() {}

    /**
     * Arguments: invoices, tabs. With {@code -Dbench.classes=true} also which classes' objects, with
     * {@code -Dbench.dump=FOLDER} a heap dump of each page's two states.
     */
    public static void main(String[] args) throws Exception {
        int tabs = Integer.parseInt(args[1]);
        try (Bench bench = Bench.on("h2")) {
            Scope account = bench.account(AgreementType.MCA);
            Scope profile = bench.child(account, ScopeKind.BILLING_PROFILE, 1);
            bench.with(Role.BILLING_PROFILE_CONTRIBUTOR, profile);
            bench.invoices(profile, Long.parseLong(args[0]));
            int port = Objects.requireNonNull(((WebServerApplicationContext) bench.application).getWebServer())
                    .getPort();
            List<String> paths = List.of(
                    "/bench/bare",
                    "/",
                    "/profile",
                    "/billing/" + profile.id() + "/overview",
                    "/billing/" + profile.id() + "/invoices");
            try (Tabs browser = new Tabs("http://localhost:" + port)) {
                for (String path : paths) {
                    measure(browser, path, tabs);
                }
            }
        }
        System.exit(0);
    }

    private static void measure(Tabs browser, String path, int tabs) throws Exception {
        Path few = Path.of("target/bench/few.txt");
        Path many = Path.of("target/bench/many.txt");
        browser.open(path, tabs);
        live();
        long before = Histogram.take(few);
        dump(path, "few");
        browser.open(path, tabs);
        live();
        long after = Histogram.take(many);
        dump(path, "many");
        Bench.say("%-30s %5.0f kB of heap a page", path.replaceAll("\\d+", "N"), (after - before) / 1000.0 / tabs);
        if (Boolean.getBoolean("bench.classes")) {
            Histogram.print(few, many, tabs);
        }
    }

    private static void live() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(500);
        }
    }

    private static void dump(String path, String when) throws Exception {
        String folder = System.getProperty("bench.dump");
        if (folder != null) {
            Path file = Path.of(folder, path.replaceAll("\\W+", "-") + "-" + when + ".hprof");
            Files.deleteIfExists(file);
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file.toString(), true);
        }
    }
}
