package io.factuur.invoice.pdf;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.factuur.invoice.Invoice;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A two-page invoice of 40 lines: ours and its rivals on the same page, in alternating rounds, one thread; medians by the
 * clock and by the thread's own CPU time. Then documents a second and core, and a long invoice.
 *
 * <p>Arguments: documents in each round, rounds, lines of the long invoice.
 */
public final class InvoicePdfBench {

    private static final PrintStream OUT = System.out;
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    /** Makes a document and says how many bytes it has. */
    interface Way {
        int make() throws Exception;
    }

    private record Taken(double wall, double cpu) {}

    private final Map<String, Way> ways = new LinkedHashMap<>();
    private final Map<String, List<Taken>> taken = new LinkedHashMap<>();
    private final InvoicePdf ours = new InvoicePdf();

    private InvoicePdfBench() {}

    public static void main(String[] args) throws Exception {
        InvoicePdfBench bench = new InvoicePdfBench();
        Invoice invoice = SampleInvoices.with(3, 40);
        String page = InvoicePdf.xhtml(InvoicePdf.Paper.INVOICE, invoice, List.of(), Locale.ENGLISH);
        bench.ways.put("Factuur, PDF/A-2u", () -> bench.ours.render(invoice, Locale.ENGLISH).length);
        bench.ways.put("Flying Saucer at its best, same page, plain PDF", new FlyingSaucerAtItsBest(page)::make);
        bench.ways.put("Flying Saucer at its best, a bare table", new FlyingSaucerAtItsBest(Rivals.bare(invoice))::make);
        bench.ways.put("Flying Saucer as tutorials have it, same page", () -> Rivals.naive(Rivals.alone(page)));
        bench.ways.put("openhtmltopdf, same page", () -> Rivals.openHtmlToPdf(Rivals.alone(page)));
        int documents = Integer.parseInt(args[0]);
        int rounds = Integer.parseInt(args[1]);
        if (Files.exists(CHROMIUM)) {
            try (Playwright playwright = Playwright.create(
                            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                    Browser browser = playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(CHROMIUM)
                                    .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
                Page tab = browser.newPage();
                bench.ways.put("warm headless Chromium, same page", () -> {
                    tab.setContent(Rivals.alone(page));
                    return tab.pdf(new Page.PdfOptions().setFormat("A4")).length;
                });
                bench.rounds(documents, rounds);
            }
        } else {
            bench.rounds(documents, rounds);
        }
        bench.print();
        bench.allCores(invoice, documents);
        bench.large(args.length > 2 ? Integer.parseInt(args[2]) : 10_000);
        System.exit(0);
    }

    /** The first round warms up, with three times as many. */
    private void rounds(int documents, int rounds) throws Exception {
        for (int round = 0; round <= rounds; round++) {
            for (Map.Entry<String, Way> way : ways.entrySet()) {
                boolean browser = way.getKey().contains("Chromium");
                int times = Math.max(1, (browser ? documents / 10 : documents) * (round == 0 ? 3 : 1));
                Taken one = time(times, way.getValue());
                if (round > 0) {
                    taken.computeIfAbsent(way.getKey(), none -> new ArrayList<>()).add(one);
                }
            }
        }
    }

    private void print() throws Exception {
        OUT.printf(Locale.ROOT, "%-52s %9s %9s %8s %9s%n", "medians, a document", "ms", "CPU ms", "ratio", "bytes");
        double ourTime = 0;
        for (String name : ways.keySet()) {
            double wall = median(name, true);
            double cpu = median(name, false);
            ourTime = ourTime == 0 ? cpu : ourTime;
            boolean browser = name.contains("Chromium");
            OUT.printf(
                    Locale.ROOT,
                    "%-52s %9.1f %9s %8s %9s%n",
                    name,
                    wall,
                    browser ? "" : "%.1f".formatted(cpu),
                    browser ? "" : "%.2f".formatted(ourTime / cpu),
                    browser ? "" : Objects.requireNonNull(ways.get(name)).make());
        }
    }

    private double median(String name, boolean wall) {
        List<Double> sorted = taken.getOrDefault(name, List.of()).stream()
                .map(one -> wall ? one.wall() : one.cpu())
                .sorted()
                .toList();
        return sorted.get(sorted.size() / 2);
    }

    private void allCores(Invoice invoice, int documents) throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(cores)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < documents * cores; i++) {
                all.add(threads.submit(() -> ours.render(invoice, Locale.ENGLISH)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        OUT.printf(
                Locale.ROOT,
                "%d threads: %.0f documents a second and core%n",
                cores,
                documents * 1e9 / (System.nanoTime() - start));
    }

    /** In one section and in many: a quarter of the lines should take a quarter of the time. */
    private void large(int lines) throws Exception {
        for (int sections : new int[] {1, 40}) {
            for (int some : new int[] {lines / 4, lines}) {
                Invoice invoice = SampleInvoices.with(sections, some);
                Taken one = time(1, () -> ours.render(invoice, Locale.ENGLISH).length);
                OUT.printf(
                        Locale.ROOT,
                        "%d lines in %d sections: %.0f ms, %.0f ms of CPU%n",
                        some,
                        sections,
                        one.wall(),
                        one.cpu());
            }
        }
    }

    private static Taken time(int times, Way way) throws Exception {
        var thread = ManagementFactory.getThreadMXBean();
        long cpu = thread.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            way.make();
        }
        return new Taken(
                (System.nanoTime() - start) / 1e6 / times, (thread.getCurrentThreadCpuTime() - cpu) / 1e6 / times);
    }
}
