package io.factuur.bench;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Scope;
import io.factuur.security.ApiTokens;
import io.factuur.security.Person;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Invoices over HTTP with a token, as a share of an endpoint that answers a constant of the same size. */
public final class InvoiceApiBench {

    private static final int CONNECTIONS = 4;
    private static final int ROUNDS = 3;
    private static final String VARIES = "NNN";
    private static final Path WRK = Path.of("/usr/bin/wrk");

    private InvoiceApiBench() {}

    /** Says so many bytes. */
    @RestController
    public static class Constant {

        @GetMapping(value = "/api/v1/bench-constant", produces = MediaType.APPLICATION_JSON_VALUE)
        public byte[] constant(@RequestParam int size) {
            return new byte[size];
        }
    }

    /** Arguments: invoices, seconds each, {@code h2} or {@code postgresql}. */
    public static void main(String[] args) throws Exception {
        try (Bench bench = Bench.on(args[2], Constant.class)) {
            Scope profile = bench.child(bench.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE, 1);
            Person reader = bench.with(Role.BILLING_PROFILE_READER, profile);
            bench.invoices(profile, Long.parseLong(args[0]));
            bench.application.getBean(ApiTokens.class).store(reader, "bench", "bench-secret", null);
            int port = Objects.requireNonNull(((WebServerApplicationContext) bench.application).getWebServer())
                    .getPort();
            String base = "http://localhost:" + port + "/api/v1/";
            // Another invoice, or another page, with each request.
            List<String> paths = List.of(
                    "invoices/B-" + VARIES,
                    "invoices?limit=20&cursor=" + VARIES + "&scope=" + profile.id(),
                    "invoices?limit=100&cursor=" + VARIES);
            int count = Integer.parseInt(args[0]);
            Map<String, String> constants = new LinkedHashMap<>();
            for (String path : paths) {
                int size = get(HttpClient.newHttpClient(), vary(base + path, count)).length;
                constants.put(path, base + "bench-constant?size=" + size);
                run(base + path, count, 15);
                run(Objects.requireNonNull(constants.get(path)), count, 5);
            }
            for (String path : paths) {
                compare(
                        base + path,
                        path,
                        Objects.requireNonNull(constants.get(path)),
                        count,
                        Integer.parseInt(args[1]));
            }
        }
        System.exit(0);
    }

    private static void compare(String address, String path, String constant, int count, int seconds) throws Exception {
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        double spent = 0;
        double least = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long cpu = cpu();
            ours[round] = run(address, count, seconds);
            spent += (cpu() - cpu) / 1e3 / (ours[round] * seconds) / ROUNDS;
            cpu = cpu();
            theirs[round] = run(constant, count, seconds);
            least += (cpu() - cpu) / 1e3 / (theirs[round] * seconds) / ROUNDS;
        }
        Arrays.sort(ours);
        Arrays.sort(theirs);
        Bench.say(
                "%-40s %6.0f/s, %4.0f us of CPU each; %s %6.0f/s, %4.0f us; share %.2f, of CPU %.2f",
                path,
                ours[ROUNDS / 2],
                spent,
                constant.substring(constant.lastIndexOf('/') + 1),
                theirs[ROUNDS / 2],
                least,
                ours[ROUNDS / 2] / theirs[ROUNDS / 2],
                least / spent);
    }

    /** Of this process, in nanoseconds. */
    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static double run(String address, int count, int seconds) throws Exception {
        return Files.isExecutable(WRK) ? wrk(address, count, seconds) : own(address, count, seconds);
    }

    private static String vary(String address, int count) {
        return address.replace(
                VARIES,
                String.valueOf(count / 2 + ThreadLocalRandom.current().nextInt(count / 2)));
    }

    /** A client that costs next to nothing, in a process of its own. */
    private static double wrk(String address, int count, int seconds) throws Exception {
        URI uri = URI.create(address);
        Path script = Files.writeString(Files.createTempFile("bench", ".lua"), """
                local n = 0
                request = function()
                  n = n + 7919
                  return wrk.format("GET", (string.gsub("%s", "%s", tostring(%d + n %% %d))))
                end
                """.formatted(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()), VARIES, count / 2, count / 2));
        Process process = new ProcessBuilder(
                        WRK.toString(),
                        "-t1",
                        "-c" + CONNECTIONS,
                        "-d" + seconds,
                        "-s",
                        script.toString(),
                        "-H",
                        "Authorization: Bearer bench-secret",
                        address)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || said.contains("Non-2xx")) {
            throw new IllegalStateException(said);
        }
        return said.lines()
                .filter(line -> line.startsWith("Requests/sec:"))
                .mapToDouble(line -> Double.parseDouble(line.substring(13).strip()))
                .findFirst()
                .orElseThrow();
    }

    private static double own(String address, int count, int seconds) throws Exception {
        AtomicLong done = new AtomicLong();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                while (System.nanoTime() < end) {
                    get(client, vary(address, count));
                    done.incrementAndGet();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return (double) done.get() / seconds;
    }

    private static byte[] get(HttpClient client, String address) {
        try {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header("Authorization", "Bearer bench-secret")
                            .build(),
                    BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(address + " answers " + answer.statusCode());
            }
            return answer.body();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
