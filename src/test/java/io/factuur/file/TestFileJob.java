package io.factuur.file;

import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * A job for tests: the order is {@code {"word": …}}, the file repeats the word a thousand times, line by line. A word that
 * starts with "huge" says that there will be more.
 */
@Component
@Profile("test")
public class TestFileJob implements FileJob {

    public static final int LINES = 1_000;

    private final Set<String> forbidden = ConcurrentHashMap.newKeySet();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> made = new ConcurrentHashMap<>();

    @Override
    public String kind() {
        return "test";
    }

    public static String order(String word) {
        return "{\"word\":\"" + word + "\"}";
    }

    public static String text(String word) {
        return (word + "\n").repeat(LINES);
    }

    /** From now on nobody may have it. */
    public void forbid(String word) {
        forbidden.add(word);
    }

    /** Stops the job half-way until let go. */
    public CountDownLatch hold(String word) {
        return held.computeIfAbsent(word, none -> new CountDownLatch(1));
    }

    /** How often it was made to the end. */
    public int made(String word) {
        return made.getOrDefault(word, new AtomicInteger()).get();
    }

    @Override
    public FileDraft draft(String order, Person person) {
        String word = order.replaceAll(".*:\"|\"}", "");
        if (forbidden.contains(word)) {
            throw Problem.notFound();
        }
        FilePlan plan = new FilePlan(
                word + ".txt",
                "The word " + word,
                "text/plain;charset=UTF-8",
                word.startsWith("huge") ? LINES * LINES : LINES,
                new Fingerprint("test").add(word).hex(),
                word.startsWith("good"),
                Map.of("lines", String.valueOf(LINES)));
        return new FileDraft() {
            @Override
            public FilePlan plan() {
                return plan;
            }

            @Override
            public void write(FileOutput out) throws java.io.IOException {
                for (int i = 0; i < LINES; i++) {
                    out.stream().write((word + "\n").getBytes(StandardCharsets.UTF_8));
                    if (i == LINES / 2) {
                        await(word);
                    }
                    out.done(i + 1);
                }
                made.computeIfAbsent(word, none -> new AtomicInteger()).incrementAndGet();
            }
        };
    }

    private void await(String word) throws java.io.IOException {
        CountDownLatch latch = held.get(word);
        if (latch == null) {
            return;
        }
        try {
            latch.await();
            Thread.sleep(600);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException();
        }
    }
}
