package io.factuur.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import javax.management.ObjectName;

/**
 * The bytes that each class's objects hold. Kept in a file: in memory, the names of all classes would count in the next one.
 */
final class Histogram {

    private static final int MOST = 60;

    private Histogram() {}

    /** Writes the objects that are alive to the file, and gives their bytes in all. */
    static long take(Path file) throws Exception {
        String text = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        Files.writeString(file, text);
        return read(file).values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> read(Path file) throws Exception {
        return Arrays.stream(Files.readString(file).split("\n"))
                .map(line -> line.strip().split("\\s+"))
                .filter(line -> line.length >= 4 && line[0].endsWith(":"))
                .collect(Collectors.toMap(line -> line[3], line -> Long.parseLong(line[2]), Long::sum));
    }

    /** Bytes of each open page, by class. */
    static void print(Path before, Path after, int pages) throws Exception {
        Map<String, Long> then = read(before);
        read(after).entrySet().stream()
                .map(entry ->
                        Map.entry(entry.getKey(), (entry.getValue() - then.getOrDefault(entry.getKey(), 0L)) / pages))
                .sorted(Comparator.comparing(entry -> -entry.getValue()))
                .limit(MOST)
                .forEach(entry -> Bench.say("    %9d  %s", entry.getValue(), entry.getKey()));
    }
}
