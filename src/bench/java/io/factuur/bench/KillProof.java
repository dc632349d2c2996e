package io.factuur.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Kills the running application (SIGKILL) in the middle of imports that replace a month, starts it again and checks row
 * by row that the month is wholly the old or wholly the new one, and that no import is left running.
 *
 * <p>Arguments: rounds, rows of a file, seed, and {@code postgresql} where it shall not be H2: the database then lives on
 * while the application dies. Every second file comes through the drop folder and must go in after the
 * restart; the others are streamed and must be given up.
 */
public final class KillProof {

    private static final String COLUMNS = "BillingAccountId,BillingCurrency,BillingPeriodStart,BillingPeriodEnd,"
            + "ChargePeriodStart,ChargePeriodEnd,ChargeCategory,BilledCost,EffectiveCost,ServiceName,SubAccountId,"
            + "ResourceId,x_Version,x_Line\n";

    /** Milliseconds until a dropped file has been seen twice and is read. */
    private static final long TAKEN_AFTER = 5_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path home = Path.of("target/kill-proof").toAbsolutePath();
    private final Random random;
    private final int rows;
    private final int port;
    private final List<String> database;
    private @Nullable Process application;
    private String scope = "";

    private KillProof(int rows, long seed, List<String> database) throws IOException {
        this.database = database;
        this.rows = rows;
        this.random = new Random(seed);
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
    }

    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[0]);
        int rows = Integer.parseInt(args[1]);
        long seed = Long.parseLong(args[2]);
        if (args.length > 3 && args[3].equals("postgresql")) {
            try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
                new KillProof(
                                rows,
                                seed,
                                List.of(
                                        "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                                        "--spring.datasource.username=postgres",
                                        "--spring.datasource.password=postgres"))
                        .run(rounds);
            }
        } else {
            new KillProof(rows, seed, List.of()).run(rounds);
        }
    }

    private void run(int rounds) throws Exception {
        deleteAll(home);
        Files.createDirectories(home);
        start();
        String account = "kill-proof";
        scope = found(
                "\"id\":\"?(\\d+)",
                send("POST", "/scopes", "application/json", """
                        {"kind": "BILLING_ACCOUNT", "agreement": "EA", "name": "Kill proof", "externalId": "%s",
                         "currency": "EUR"}""".formatted(account)));
        send(
                "POST",
                "/scopes/" + scope + "/assignments",
                "application/json",
                "{\"user\": \"ea-admin\", \"role\": \"ENTERPRISE_ADMINISTRATOR\"}");
        send("POST", "/usage/imports?fileName=0.csv", "text/csv", file(account, 0));
        long took = System.nanoTime();
        send("POST", "/usage/imports?fileName=1.csv", "text/csv", file(account, 1));
        took = (System.nanoTime() - took) / 1_000_000;
        int live = 1;
        check(live, live);
        for (int round = 2; round < rounds + 2; round++) {
            boolean dropped = round % 2 == 0;
            String file = file(account, round);
            if (dropped) {
                drop(file, round);
            } else {
                stream(file, round);
            }
            long wait = (long) ((dropped ? TAKEN_AFTER : 0) + random.nextDouble() * took);
            TimeUnit.MILLISECONDS.sleep(wait);
            kill();
            start();
            int now = check(live, round);
            int last = settled(live, round);
            System.out.printf(
                    "round %d, %s, killed after %d ms of about %d: after the restart version %d, in the end %d%n",
                    round - 1, dropped ? "dropped" : "streamed", wait, took, now, last);
            if (dropped && last != round) {
                throw new IllegalStateException("A dropped file did not go in after the restart");
            }
            live = last;
        }
        kill();
        System.out.println("Never a mix, nothing left running.");
    }

    private String file(String account, int version) {
        StringBuilder csv = new StringBuilder(COLUMNS);
        for (int i = 0; i < rows; i++) {
            csv.append(account)
                    .append(",EUR,2025-03-01,2025-04-01,2025-03-0%d,2025-03-1%d,Usage,".formatted(1 + i % 9, i % 9))
                    .append(version)
                    .append(".5,")
                    .append(version)
                    .append(".5,Machines,sub-")
                    .append(i % 50)
                    .append(",machine-")
                    .append(i)
                    .append(',')
                    .append(version)
                    .append(',')
                    .append(i)
                    .append('\n');
        }
        return csv.toString();
    }

    private void drop(String file, int version) throws IOException {
        Path part = home.resolve("data/inbox/" + version + ".csv.part");
        Files.createDirectories(part.getParent());
        Files.writeString(part, file);
        Files.move(part, part.resolveSibling(version + ".csv"), StandardCopyOption.ATOMIC_MOVE);
    }

    private void stream(String file, int version) {
        http.sendAsync(
                request("/usage/imports?fileName=" + version + ".csv", "demo-operator")
                        .header("Content-Type", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofString(file))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Every row of the month, once: all of one version. Answers which. */
    private int check(int before, int after) throws Exception {
        String csv = http.send(
                        request("/usage?scope=" + scope + "&period=2025-03&format=focus-1.2", "demo-ea-admin")
                                .build(),
                        BodyHandlers.ofString())
                .body();
        List<String> lines = csv.lines().toList();
        List<String> header = List.of(lines.getFirst().split(","));
        int version = header.indexOf("x_Version");
        int line = header.indexOf("x_Line");
        int cost = header.indexOf("BilledCost");
        Set<String> versions = new TreeSet<>();
        Set<Integer> seen = new TreeSet<>();
        for (String row : lines.subList(1, lines.size())) {
            String[] values = row.split(",", -1);
            versions.add(values[version]);
            seen.add(Integer.valueOf(values[line]));
            if (!values[cost].equals(values[version] + ".5")) {
                throw new IllegalStateException("A row with another one's cost: " + row);
            }
        }
        if (versions.size() != 1 || seen.size() != rows || lines.size() != rows + 1) {
            throw new IllegalStateException("Versions " + versions + ", " + seen.size() + " different rows of "
                    + (lines.size() - 1) + ", expected " + rows);
        }
        int found = Integer.parseInt(versions.iterator().next());
        if (found != before && found != after) {
            throw new IllegalStateException("Version " + found + " instead of " + before + " or " + after);
        }
        return found;
    }

    /** Waits until no import waits or runs any more. */
    private int settled(int before, int after) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        String list;
        do {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("An import is still running");
            }
            TimeUnit.SECONDS.sleep(2);
            list = http.send(request("/usage/imports?limit=20", "demo-operator").build(), BodyHandlers.ofString())
                    .body();
            check(before, after);
        } while (list.contains("\"RUNNING\"") || list.contains("\"QUEUED\""));
        return check(before, after);
    }

    private void start() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dvaadin.vaadin.frontend.folder=" + home.resolve("frontend"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.factuur.Application",
                        "--spring.profiles.active=demo",
                        "--factuur.data-dir=" + home.resolve("data"),
                        "--server.port=" + port));
        command.addAll(database);
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("application.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        application = started;
        long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (System.nanoTime() < end && started.isAlive()) {
            try {
                int status = http.send(
                                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
                                        .build(),
                                BodyHandlers.discarding())
                        .statusCode();
                if (status == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // it is still starting
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        throw new IllegalStateException("The application did not start");
    }

    private void kill() throws InterruptedException {
        Objects.requireNonNull(application).destroyForcibly().waitFor();
    }

    private String send(String method, String path, String type, String body) throws Exception {
        var answer = http.send(
                request(path, "demo-operator")
                        .header("Content-Type", type)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + token);
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(text);
        }
        return matcher.group(1);
    }

    private static void deleteAll(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
