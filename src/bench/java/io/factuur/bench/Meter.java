package io.factuur.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What steps cost: time on the clock, processor time of this process and of PostgreSQL's (what counts on a machine that
 * others use too), and the largest heap left after a collection. Medians of the rounds.
 */
final class Meter {

    private static final PrintStream OUT = System.out;

    /** Place in what Linux says of a process, counted from behind its name; in hundredths of a second. */
    private static final int CHILDREN_USER = 13;

    private static final long TICK = 10_000_000;

    private record Spent(long nanos, long cpu, long heap) {}

    private final String database;
    private final Bench bench;
    private final LiveHeap heap = new LiveHeap();
    private final Map<Long, Map<String, List<Spent>>> bySize = new LinkedHashMap<>();
    private final Map<String, String> rivals = new HashMap<>();

    Meter(String database, Bench bench) {
        this.database = database;
        this.bench = bench;
    }

    /** Times what somebody else does instead of a step of ours. */
    void rival(long rows, String name, String ours, Bench.Step step) throws Exception {
        rivals.put(name, ours);
        time(rows, name, step);
    }

    void time(long rows, String name, Bench.Step step) throws Exception {
        heap.reset();
        long cpu = cpu();
        long start = System.nanoTime();
        step.run();
        Spent spent = new Spent(System.nanoTime() - start, cpu() - cpu, heap.most());
        bySize.computeIfAbsent(rows, none -> new LinkedHashMap<>())
                .computeIfAbsent(name, none -> new ArrayList<>())
                .add(spent);
    }

    /** Adds a figure that was taken elsewhere. */
    void note(long rows, String name, long nanos) {
        bySize.computeIfAbsent(rows, none -> new LinkedHashMap<>())
                .computeIfAbsent(name, none -> new ArrayList<>())
                .add(new Spent(nanos, 0, 0));
    }

    private long cpu() {
        long own = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
        return bench.postgres ? own + serverCpu() : own;
    }

    /** Of the processes that serve, and of those that have served and ended: a query's parallel workers end with it. */
    private long serverCpu() {
        long backend = bench.jdbc.sql("select pg_backend_pid()").query(Long.class).single();
        ProcessHandle server =
                ProcessHandle.of(backend).flatMap(ProcessHandle::parent).orElseThrow();
        return ended(server.pid())
                + server.children()
                        .mapToLong(process -> process.info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toNanos())
                        .sum();
    }

    /** Processor time of a process's children that are no more, where the system says it. */
    private static long ended(long pid) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        if (!Files.isReadable(stat)) {
            return 0;
        }
        try {
            String all = Files.readString(stat);
            String[] fields = all.substring(all.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_USER + 1])) * TICK;
        } catch (IOException gone) {
            return 0;
        }
    }

    /** Each step of a size, and of each rival's speed how much ours is. */
    void print(long rows) {
        Map<String, List<Spent>> steps = Objects.requireNonNull(bySize.get(rows));
        steps.forEach((name, all) -> OUT.printf(
                Locale.ROOT,
                "%-10s %,11d rows  %-36s %,11.0f rows/s  CPU %5.1f us a row  heap %3d MB  %-22s (s: %s)%n",
                database,
                rows,
                name,
                rows * 1e9 / nanos(all),
                cpu(all) / 1e3 / rows,
                all.stream().mapToLong(Spent::heap).max().orElse(0) >> 20,
                ratio(steps, name),
                all.stream()
                        .map(round -> String.format(Locale.ROOT, "%.2f", round.nanos() / 1e9))
                        .collect(Collectors.joining(" "))));
    }

    private String ratio(Map<String, List<Spent>> steps, String rival) {
        String ours = rivals.get(rival);
        return ours == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "Factuur is %.2f of it",
                        (double) nanos(Objects.requireNonNull(steps.get(rival)))
                                / nanos(Objects.requireNonNull(steps.get(ours))));
    }

    /** How much more a row costs as files grow: 1.00 is straight. */
    void printGrowth() {
        List<Long> sizes = List.copyOf(bySize.keySet());
        for (int i = 1; i < sizes.size(); i++) {
            long from = sizes.get(0);
            long to = sizes.get(i);
            Objects.requireNonNull(bySize.get(to)).forEach((name, all) -> {
                List<Spent> before = Objects.requireNonNull(bySize.get(from)).get(name);
                if (before != null) {
                    OUT.printf(
                            Locale.ROOT,
                            "%-10s %,d to %,d rows  %-36s time a row times %.2f%n",
                            database,
                            from,
                            to,
                            name,
                            (double) nanos(all) / to / ((double) nanos(before) / from));
                }
            });
        }
    }

    private static long nanos(List<Spent> all) {
        return all.isEmpty() ? 0 : all.stream().mapToLong(Spent::nanos).sorted().toArray()[all.size() / 2];
    }

    private static long cpu(List<Spent> all) {
        return all.isEmpty() ? 0 : all.stream().mapToLong(Spent::cpu).sorted().toArray()[all.size() / 2];
    }
}
