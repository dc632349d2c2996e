package io.factuur.audit;

import io.factuur.shared.Sha256;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Chains the journal: each entry's SHA-256 covers the entry and the hash before it, so that a changed, removed or
 * inserted entry shows. See docs/decisions/0004.
 */
@Service
public class AuditSeal {

    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;

    AuditSeal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Chains what has been written since the last time. One node at a time: the head's row is the lock. */
    @Scheduled(fixedDelayString = "${factuur.audit.seal-every:1s}")
    @Transactional
    public void seal() {
        Head head = head(" for update");
        List<Row> fresh = jdbc.sql(SELECT + " where sealed_as is null order by id fetch first " + BATCH + " rows only")
                .query(Row.class)
                .list();
        for (Row row : fresh) {
            head = new Head(head.lastSeal() + 1, hash(head.lastHash(), row));
            jdbc.sql("update audit_entry set sealed_as = :no, hash = :hash where id = :id")
                    .param("no", head.lastSeal())
                    .param("hash", head.lastHash())
                    .param("id", row.id())
                    .update();
        }
        if (!fresh.isEmpty()) {
            jdbc.sql("update audit_head set last_seal = :no, last_hash = :hash")
                    .param("no", head.lastSeal())
                    .param("hash", head.lastHash())
                    .update();
        }
    }

    /** The number of the first entry that does not fit the chain, or 0 when all of it is as it was written. */
    @PreAuthorize("hasRole('OPERATOR')")
    @Transactional(readOnly = true)
    public long firstBroken() {
        Head head = head("");
        String previous = GENESIS;
        long no = 0;
        while (no < head.lastSeal()) {
            List<Row> rows = jdbc.sql(
                            SELECT + " where sealed_as > :no order by sealed_as fetch first " + BATCH + " rows only")
                    .param("no", no)
                    .query(Row.class)
                    .list();
            if (rows.isEmpty()) {
                return no + 1;
            }
            for (Row row : rows) {
                no++;
                previous = hash(previous, row);
                if (row.sealedAs() == null || row.sealedAs() != no || !previous.equals(row.hash())) {
                    return no;
                }
            }
        }
        return previous.equals(head.lastHash()) ? 0 : no;
    }

    private static final String GENESIS = "0".repeat(64);
    private static final String SELECT =
            "select id, sealed_as, hash, happened_at, actor, action, outcome, scope_id, subject, detail from audit_entry";

    private Head head(String lock) {
        return jdbc.sql("select last_seal, last_hash from audit_head" + lock)
                .query(Head.class)
                .single();
    }

    private static String hash(String previous, Row row) {
        String text = String.join(
                "\u001f",
                previous,
                String.valueOf(row.id()),
                String.valueOf(row.happenedAt().toEpochMilli()),
                row.actor(),
                row.action(),
                row.outcome(),
                String.valueOf(row.scopeId()),
                row.subject(),
                row.detail());
        return Sha256.hex(text);
    }

    private record Head(long lastSeal, String lastHash) {}

    private record Row(
            long id,
            @Nullable Long sealedAs,
            @Nullable String hash,
            Instant happenedAt,
            String actor,
            String action,
            String outcome,
            @Nullable Long scopeId,
            String subject,
            String detail) {}
}
