package io.factuur.usage;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where imports and billing runs wait for each other: whoever makes usage live or closes a period passes it first, so
 * that no row slips in between the sum of an invoice and the closing of its period.
 */
@Component
public class PeriodGate {

    private static final int PATIENCE = 60;

    private final JdbcClient jdbc;

    PeriodGate(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Waits for whoever is through, and keeps others waiting until the caller's transaction ends.
     *
     * @return how often usage has gone live so far: what was summed after {@link #changes()} said the same still holds
     */
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = ConcurrencyFailureException.class)
    public long pass() {
        for (int patience = PATIENCE; patience > 0; patience--) {
            try {
                return lock();
            } catch (ConcurrencyFailureException stillWaiting) {
                // H2 gives up waiting after a second or two, PostgreSQL never
            }
        }
        return lock();
    }

    /** The same for who makes usage live. */
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = ConcurrencyFailureException.class)
    public void passWithUsage() {
        pass();
        jdbc.sql("update period_gate set usage_changes = usage_changes + 1").update();
    }

    /** How often usage has gone live so far. */
    public long changes() {
        return jdbc.sql("select usage_changes from period_gate")
                .query(Long.class)
                .single();
    }

    private long lock() {
        return jdbc.sql("select usage_changes from period_gate for update")
                .query(Long.class)
                .single();
    }
}
