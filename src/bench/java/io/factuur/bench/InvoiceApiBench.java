package io.factuur.bench;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Scope;
import io.factuur.security.ApiTokens;
import io.factuur.security.Person;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Invoices over HTTP with a token, as a share of an endpoint that answers a constant of the same size. */
public final class InvoiceApiBench {

    private static final int CONNECTIONS = 4;

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
            for (String path : List.of(
                    "invoices/B-" + Long.parseLong(args[0]) / 2,
                    "invoices?limit=20&scope=" + profile.id(),
                    "invoices?limit=100")) {
                int size = get(HttpClient.newHttpClient(), base + path).length;
                run(base + path, 2);
                double ours = run(base + path, Integer.parseInt(args[1]));
                double constant = run(base + "bench-constant?size=" + size, Integer.parseInt(args[1]));
                Bench.say(
                        "%-40s %8.0f/s; a constant of %d bytes %8.0f/s; share %.2f",
                        path, ours, size, constant, ours / constant);
            }
        }
        System.exit(0);
    }

    private static double run(String address, int seconds) throws Exception {
        AtomicLong done = new AtomicLong();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                while (System.nanoTime() < end) {
                    get(client, address);
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
