package io.factuur.access;

import io.factuur.security.Person;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps how somebody stands towards a scope while one page is put together: its parts ask a dozen times about the same
 * scope within a few milliseconds. Begun when an address is opened and over when its page is there, so that the next
 * click asks anew. Whatever may change something asks anew in any case, and so does all that comes after it.
 */
@Component
public class PageLook {

    private final ThreadLocal<@Nullable Map<Asked, Optional<Standing>>> kept = new ThreadLocal<>();

    PageLook() {}

    /** For this thread, until {@link #end()}; what was kept before is forgotten. */
    public void begin() {
        kept.set(new HashMap<>());
    }

    public void end() {
        kept.remove();
    }

    Optional<Standing> of(long scopeId, Person person, Supplier<Optional<Standing>> ask) {
        Map<Asked, Optional<Standing>> known = kept.get();
        if (known == null) {
            return ask.get();
        }
        if (maybeChanging()) {
            known.clear();
            return ask.get();
        }
        return known.computeIfAbsent(new Asked(scopeId, person), nobodyYet -> ask.get());
    }

    private static boolean maybeChanging() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    private record Asked(long scopeId, Person person) {}
}
