package io.factuur.delivery;

import static io.factuur.delivery.RecipientStore.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The stored mail nights and the operator's two switches. Asks nobody's leave: only for this room. */
@Repository
class NightStore {

    enum State {
        /** Its mails wait for a release. */
        HELD,
        RELEASED,
        STOPPED
    }

    record Night(long id, @Nullable Long runId, State state, Instant createdAt) {

        MailState stateOfNewMail() {
            return switch (state) {
                case HELD -> MailState.HELD;
                case RELEASED -> MailState.QUEUED;
                case STOPPED -> MailState.STOPPED;
            };
        }
    }

    /**
     * @param holding whether the mails of the next runs wait for a release
     * @param stopped whether nothing leaves at all
     */
    record Switch(
            boolean holding,
            boolean stopped,
            @Nullable Instant changedAt,
            @Nullable String changedBy) {}

    private final JdbcClient jdbc;
    private final DeliverySettings settings;
    private final Clock clock;

    NightStore(JdbcClient jdbc, DeliverySettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** The night of a run, begun when its first invoice is planned; invoices without a run share one for each day. */
    Night of(@Nullable Long runId) {
        return (runId == null ? withoutRun() : find("run_id", runId)).orElseGet(() -> begin(runId));
    }

    Optional<Night> find(long id) {
        return find("id", id);
    }

    private Optional<Night> find(String column, long value) {
        return jdbc.sql("select id, run_id, state, created_at from mail_night where " + column + " = :value")
                .param("value", value)
                .query(Night.class)
                .optional();
    }

    private Optional<Night> withoutRun() {
        return jdbc.sql("""
                select id, run_id, state, created_at from mail_night
                where run_id is null and state = :state and created_at > :since
                order by id desc fetch first 1 row only
                """)
                .param("state", stateOfNew().name())
                .param("since", time(clock.instant().minus(Duration.ofDays(1))))
                .query(Night.class)
                .optional();
    }

    private Night begin(@Nullable Long runId) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into mail_night (run_id, state, created_at) values (:run, :state, :now)")
                .param("run", runId)
                .param("state", stateOfNew().name())
                .param("now", time(clock.instant()))
                .update(key, "id");
        return find("id", Objects.requireNonNull(key.getKeyAs(Long.class))).orElseThrow();
    }

    private State stateOfNew() {
        return switches().holding() ? State.HELD : State.RELEASED;
    }

    void decide(long id, State state, String by) {
        jdbc.sql("update mail_night set state = :state, decided_at = :now, decided_by = :by where id = :id")
                .param("id", id)
                .param("state", state.name())
                .param("now", time(clock.instant()))
                .param("by", by)
                .update();
    }

    /** Until an operator has chosen, the settings say whether mails are held. */
    Switch switches() {
        Switch stored = jdbc.sql("select holding, stopped, changed_at, changed_by from mail_switch")
                .query(Switch.class)
                .single();
        return stored.changedAt() != null ? stored : new Switch(settings.hold(), stored.stopped(), null, null);
    }

    void set(boolean holding, boolean stopped, String by) {
        jdbc.sql("update mail_switch set holding = :holding, stopped = :stopped, changed_at = :now, changed_by = :by")
                .param("holding", holding)
                .param("stopped", stopped)
                .param("now", time(clock.instant()))
                .param("by", by)
                .update();
    }
}
