package io.factuur.security;

import io.factuur.shared.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows guessing down. Failures count per user name and address together, per user name and per address; beyond the
 * free tries each further one doubles the pause, up to a quarter of an hour. A day without failures forgets them.
 */
@Component
class SignInPauses {

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration MEMORY = Duration.ofDays(1);
    private static final int FREE_FOR_BOTH = 5;
    private static final int FREE_FOR_NAME = 20;
    private static final int FREE_FOR_ADDRESS = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInPauses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How long to wait before the next try; zero when there is no need to. */
    @Transactional(readOnly = true)
    public Duration pause(String name, String address) {
        Instant now = clock.instant();
        return jdbc.sql("select max(paused_until) from sign_in_pause where subject in (:subjects)")
                .param("subjects", List.copyOf(subjects(name, address).keySet()))
                .query(OffsetDateTime.class)
                .optional()
                .map(until -> Duration.between(now, until.toInstant()))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed(String name, String address) {
        subjects(name, address).forEach(this::count);
    }

    /** The right password clears what was counted against the name, but not against the address. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void succeeded(String name, String address) {
        jdbc.sql("delete from sign_in_pause where subject in (:subjects)")
                .param("subjects", List.of(both(name, address), name(name)))
                .update();
    }

    private void count(String subject, int free) {
        Instant now = clock.instant();
        int failures = jdbc.sql("select failures from sign_in_pause where subject = :subject and failed_at > :since")
                        .param("subject", subject)
                        .param("since", now.minus(MEMORY).atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .optional()
                        .orElse(0)
                + 1;
        OffsetDateTime until = now.plus(pauseAfter(failures, free)).atOffset(ZoneOffset.UTC);
        if (write("""
                update sign_in_pause set failures = :failures, failed_at = :now, paused_until = :until
                where subject = :subject
                """, subject, failures, now, until) == 0) {
            try {
                write("""
                        insert into sign_in_pause (subject, failures, failed_at, paused_until)
                        values (:subject, :failures, :now, :until)
                        """, subject, failures, now, until);
            } catch (DuplicateKeyException another) {
                // Two first failures at once: the other one counts.
                return;
            }
        }
    }

    private int write(String sql, String subject, int failures, Instant now, OffsetDateTime until) {
        return jdbc.sql(sql)
                .param("subject", subject)
                .param("failures", failures)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until)
                .update();
    }

    static Duration pauseAfter(int failures, int free) {
        int beyond = failures - free;
        return beyond < 0 ? Duration.ZERO : beyond > 10 ? LONGEST : min(Duration.ofSeconds(1L << beyond));
    }

    private static Duration min(Duration pause) {
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    private static Map<String, Integer> subjects(String name, String address) {
        return Map.of(
                both(name, address), FREE_FOR_BOTH,
                name(name), FREE_FOR_NAME,
                Sha256.hex("address " + address), FREE_FOR_ADDRESS);
    }

    private static String both(String name, String address) {
        return Sha256.hex("both " + address + " " + plain(name));
    }

    private static String name(String name) {
        return Sha256.hex("name " + plain(name));
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
