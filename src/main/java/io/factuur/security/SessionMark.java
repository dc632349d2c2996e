package io.factuur.security;

import java.time.Instant;
import java.util.function.BiConsumer;

/** When a session became its person's; those that began before a change of password are over. */
public final class SessionMark {

    static final String SINCE = SessionMark.class.getName();

    private SessionMark() {}

    /** @param session sets an attribute of the session that goes on */
    public static void begunAt(Instant from, BiConsumer<String, Object> session) {
        session.accept(SINCE, from);
    }
}
