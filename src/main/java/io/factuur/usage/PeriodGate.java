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

    /** Waits for whoever is through, and keeps others waiting until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = ConcurrencyFailureException.class)
    public void pass() {
        for (int patience = PATIENCE; patience > 0; patience--) {
            try {
                lock();
                return;
            } catch (ConcurrencyFailureException stillWaiting) {
                // H2 gives up waiting after a second or two, PostgreSQL never
            }
        }
        lock();
    }

    private void lock() {
        jdbc.sql("select id from period_gate for update").query(Integer.class).single();
    }
}
