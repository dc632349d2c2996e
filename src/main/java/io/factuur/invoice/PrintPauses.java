package io.factuur.invoice;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which documents could not be printed, and until when each is let be: twice as long after each try, six hours at most. */
class PrintPauses {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(6);

    private record Pause(Duration length, Instant until) {}

    private final Map<String, Pause> pauses = new ConcurrentHashMap<>();

    boolean isOn(String document) {
        return pauses.containsKey(document);
    }

    /** Also where there was none. */
    boolean isOver(String document, Instant now) {
        Pause pause = pauses.get(document);
        return pause == null || !now.isBefore(pause.until());
    }

    void succeeded(String document) {
        pauses.remove(document);
    }

    /** How long it is let be. */
    Duration failed(String document, Instant now) {
        Pause before = pauses.get(document);
        Duration length = before == null ? FIRST : before.length().multipliedBy(2);
        length = length.compareTo(LONGEST) > 0 ? LONGEST : length;
        pauses.put(document, new Pause(length, now.plus(length)));
        return length;
    }
}
