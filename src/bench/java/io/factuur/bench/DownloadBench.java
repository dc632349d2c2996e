package io.factuur.bench;

import io.factuur.agreement.AgreementType;
import io.factuur.scope.Scope;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * Usage files over HTTP: fifty people at once, and a closed period's second download against the same bytes sent as a
 * packed file by the same server.
 */
public final class DownloadBench {

    private static final int AT_ONCE = 50;
    private static final Path PACKED = ExportBench.FOLDER.resolve("rival.csv.gz");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String SECOND = "second download of a closed period";

    private final String base;
    private final String query;

    private DownloadBench(String base, String query) {
        this.base = base;
        this.query = query;
    }

    /** Arguments: rows that fifty people ask for, rows of the closed period, rounds, {@code h2} or {@code postgresql}. */
    public static void main(String[] args) throws Exception {
        Files.createDirectories(ExportBench.FOLDER);
        try (Bench bench = Bench.on(args[3], Rival.class)) {
            Scope scope = bench.account(AgreementType.EA);
            ExportBench.reader(bench, scope);
            DownloadBench downloads = new DownloadBench(
                    "http://localhost:" + bench.application.getEnvironment().getProperty("local.server.port") + "/api/v1/",
                    "usage?scope=" + scope.id() + "&period=" + ExportBench.MONTH + "&format=focus-1.2");
            long rows = Long.parseLong(args[0]);
            ExportBench.take(bench, rows);
            downloads.fetch(downloads.query, OutputStream.nullOutputStream());
            downloads.fifty(rows);
            downloads.again(bench, scope, Long.parseLong(args[1]), Integer.parseInt(args[2]));
        }
        System.exit(0);
    }

    private void fifty(long rows) throws Exception {
        LiveHeap heap = new LiveHeap();
        double one = fetch(query, OutputStream.nullOutputStream()).seconds();
        Bench.say("one alone: %,d rows in %.2f s, heap %d MB", rows, one, heap.most() >> 20);
        heap.reset();
        List<Callable<Fetched>> people =
                Collections.nCopies(AT_ONCE, () -> fetch(query, OutputStream.nullOutputStream()));
        List<Fetched> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Fetched> done : threads.invokeAll(people)) {
                all.add(done.get());
            }
        }
        double[] seconds = all.stream().mapToDouble(Fetched::seconds).sorted().toArray();
        double latest = all.stream().mapToDouble(Fetched::firstByte).max().orElse(0);
        Bench.say(
                "%d at once: fastest %.1f s, slowest %.1f s (%.2f of it), last first byte %.2f s, heap %d MB, together"
                        + " %.2f of one after the other",
                AT_ONCE,
                seconds[0],
                seconds[AT_ONCE - 1],
                seconds[AT_ONCE - 1] / seconds[0],
                latest,
                heap.most() >> 20,
                seconds[AT_ONCE - 1] / (AT_ONCE * one));
    }

    private void again(Bench bench, Scope scope, long rows, int rounds) throws Exception {
        ExportBench.take(bench, rows);
        bench.execute("insert into closed_period (scope_id, period_start, period_end, closed_at) values (" + scope.id()
                + ", date '2026-01-01', date '2026-02-01', current_timestamp)");
        try (OutputStream packed = Files.newOutputStream(PACKED)) {
            Fetched first = fetch(query, packed);
            Bench.say("first download of a closed period: %,d rows in %.2f s", rows, first.seconds());
        }
        Meter meter = new Meter(bench.postgres ? "postgresql" : "h2", bench);
        for (int round = 0; round < rounds; round++) {
            meter.rival(
                    rows,
                    "the same bytes, a file of the server",
                    SECOND,
                    () -> fetch("rival", OutputStream.nullOutputStream()));
            meter.time(rows, SECOND, () -> fetch(query, OutputStream.nullOutputStream()));
        }
        meter.print(rows);
    }

    private record Fetched(double firstByte, double seconds) {}

    private Fetched fetch(String path, OutputStream to) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + ExportBench.TOKEN)
                .header("Accept-Encoding", "gzip")
                .build();
        long start = System.nanoTime();
        HttpResponse<InputStream> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
            to.write(body.read());
            double first = (System.nanoTime() - start) / 1e9;
            body.transferTo(to);
            return new Fetched(first, (System.nanoTime() - start) / 1e9);
        }
    }

    /** Sends a packed file as it is: what a web server would do at best. */
    static class Rival {

        @Bean
        ServletRegistrationBean<HttpServlet> rivalServlet() {
            return new ServletRegistrationBean<>(
                    new HttpServlet() {
                        @Override
                        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                                throws IOException {
                            response.setHeader("Content-Encoding", "gzip");
                            response.setContentLengthLong(Files.size(PACKED));
                            Files.copy(PACKED, response.getOutputStream());
                        }
                    },
                    "/api/v1/rival");
        }
    }
}
