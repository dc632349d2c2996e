package io.factuur.delivery;

import static io.factuur.delivery.RecipientStore.time;

import io.factuur.access.Guard;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mail night as the operator sees and steers it: look first, then release, hold or stop. */
@Service
public class MailNights {

    private final JdbcClient jdbc;
    private final NightStore nights;
    private final ReceiptStore receipts;
    private final MailPlanner planner;
    private final Outbox outbox;
    private final Composer composer;
    private final Guard guard;
    private final AuditLog audit;
    private final Clock clock;

    MailNights(
            JdbcClient jdbc,
            NightStore nights,
            ReceiptStore receipts,
            MailPlanner planner,
            Outbox outbox,
            Composer composer,
            Guard guard,
            AuditLog audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.nights = nights;
        this.receipts = receipts;
        this.planner = planner;
        this.outbox = outbox;
        this.composer = composer;
        this.guard = guard;
        this.audit = audit;
        this.clock = clock;
    }

    private static final String SELECT = """
            select n.id, n.state, s.name, b.period, n.created_at, n.decided_at, n.decided_by
            from mail_night n left join billing_run b on b.id = n.run_id left join scope s on s.id = b.scope_id
            """;

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<MailNight> list(long offset, int limit, Person person) {
        guard.requireOperator("mail.nights", person);
        return jdbc.sql(SELECT + " order by n.id desc offset :offset rows fetch next :limit rows only")
                .param("offset", offset)
                .param("limit", limit)
                .query(this::night)
                .list();
    }

    @Transactional(readOnly = true)
    public MailNight get(long id, Person person) {
        guard.requireOperator("mail.nights", person);
        return jdbc.sql(SELECT + " where n.id = :id")
                .param("id", id)
                .query(this::night)
                .optional()
                .orElseThrow(Problem::notFound);
    }

    private MailNight night(ResultSet row, int number) throws SQLException {
        return new MailNight(
                row.getLong("id"),
                MailNight.State.valueOf(row.getString("state")),
                row.getString("name"),
                row.getString("period"),
                instant(row, "created_at"),
                row.getObject("decided_at") == null ? null : instant(row, "decided_at"),
                row.getString("decided_by"),
                receipts.countOfNight(row.getLong("id")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Who would get what if it were released now; nothing is sent or stored. */
    public List<DryRunRow> dryRun(long nightId, boolean trouble, long offset, int limit, Person person) {
        guard.requireOperator("mail.dry-run", person);
        Map<Long, Map<String, String>> troubles = new ConcurrentHashMap<>();
        return receipts.ofNight(nightId, trouble, offset, limit).stream()
                .map(receipt -> dryRun(receipt, troubles))
                .toList();
    }

    private DryRunRow dryRun(Receipt receipt, Map<Long, Map<String, String>> troubles) {
        OutboxMail row = outbox.find(receipt.id()).orElseThrow(Problem::notFound);
        String last =
                troubles.computeIfAbsent(row.scopeId(), receipts::troubles).get(row.addressKey());
        if (!receipt.state().waiting()) {
            return asStored(row, receipt, "", last);
        }
        return switch (composer.compose(row)) {
            case Composed.Ready ready -> ready(row, ready.envelope(), receipt, last);
            case Composed.NotYet notYet -> asStored(row, receipt, notYet.reason(), last);
            case Composed.Never never -> asStored(row, receipt, never.reason(), last);
        };
    }

    private static DryRunRow ready(OutboxMail row, Envelope ready, Receipt receipt, @Nullable String last) {
        return new DryRunRow(
                row.id(),
                row.subject(),
                ready.to().address().value(),
                receipt.name(),
                ready.to().language().getLanguage(),
                ready.to().content(),
                ready.sizeBytes(),
                null,
                last,
                receipt.state());
    }

    private static DryRunRow asStored(OutboxMail row, Receipt receipt, String reason, @Nullable String last) {
        return new DryRunRow(
                receipt.id(),
                receipt.invoiceNumber(),
                receipt.recipient(),
                receipt.name(),
                receipt.language(),
                receipt.content(),
                row.sizeBytes() == null ? 0 : row.sizeBytes(),
                reason.isEmpty() ? receipt.reason() : reason,
                last,
                receipt.state());
    }

    /** Lets the mails of a run go, also to those who became recipients since. */
    @Transactional
    public void release(long nightId, Person person) {
        NightStore.Night night = decide(nightId, NightStore.State.RELEASED, "mail.release", person);
        jdbc.sql("select invoice_number, scope_id from mail_job where night_id = :night order by invoice_number")
                .param("night", nightId)
                .query(Planned.class)
                .list()
                .forEach(job -> planner.addMissing(job.invoiceNumber(), job.scopeId(), night));
        move(nightId, List.of(MailState.HELD, MailState.STOPPED), MailState.QUEUED, MailEvent.Kind.RELEASED, person);
    }

    /** Keeps back what has not left yet. */
    @Transactional
    public void hold(long nightId, Person person) {
        decide(nightId, NightStore.State.HELD, "mail.hold", person);
        move(nightId, List.of(MailState.QUEUED, MailState.CLAIMED), MailState.HELD, MailEvent.Kind.HELD, person);
    }

    /** What has not left yet does not leave. */
    @Transactional
    public void stop(long nightId, Person person) {
        decide(nightId, NightStore.State.STOPPED, "mail.stop", person);
        move(
                nightId,
                List.of(MailState.HELD, MailState.QUEUED, MailState.CLAIMED),
                MailState.STOPPED,
                MailEvent.Kind.STOPPED,
                person);
    }

    /** @param holding whether the mails of the next runs wait for a release; those of earlier ones stay as they are */
    @Transactional
    public void holdNext(boolean holding, Person person) {
        guard.requireOperator("mail.hold-next", person);
        nights.set(holding, nights.switches().stopped(), person.username());
        audit.record(AuditEvent.done(person.username(), "mail.hold-next", null, "mail")
                .with("after", holding));
    }

    /** @param stopped whether nothing leaves at all, from the next mail on and on every node */
    @Transactional
    public void stopAll(boolean stopped, Person person) {
        guard.requireOperator("mail.stop-all", person);
        nights.set(nights.switches().holding(), stopped, person.username());
        audit.record(AuditEvent.done(person.username(), "mail.stop-all", null, "mail")
                .with("after", stopped));
    }

    /** The two switches. */
    public record Switches(boolean holding, boolean stopped) {}

    @Transactional(readOnly = true)
    public Switches switches(Person person) {
        guard.requireOperator("mail.switches", person);
        NightStore.Switch now = nights.switches();
        return new Switches(now.holding(), now.stopped());
    }

    private NightStore.Night decide(long nightId, NightStore.State state, String action, Person person) {
        guard.requireOperator(action, person);
        if (nights.find(nightId).isEmpty()) {
            throw guard.refuse(action, null, "night " + nightId, person);
        }
        nights.decide(nightId, state, person.username());
        audit.record(AuditEvent.done(person.username(), action, null, "night " + nightId));
        return nights.find(nightId).orElseThrow();
    }

    private void move(long nightId, List<MailState> from, MailState to, MailEvent.Kind kind, Person person) {
        List<String> states = from.stream().map(MailState::name).toList();
        jdbc.sql("""
                insert into mail_event (outbox_id, happened_at, kind, actor)
                select id, cast(:now as timestamp with time zone), cast(:kind as varchar), cast(:actor as varchar)
                from mail_outbox where night_id = :night and state in (:states)
                """)
                .param("now", time(clock.instant()))
                .param("kind", kind.name())
                .param("actor", person.username())
                .param("night", nightId)
                .param("states", states)
                .update();
        jdbc.sql("""
                update mail_outbox set state = :to, claimed_by = null, claimed_until = null, next_attempt_at = :now
                where night_id = :night and state in (:states)
                """)
                .param("to", to.name())
                .param("now", time(clock.instant()))
                .param("night", nightId)
                .param("states", states)
                .update();
    }

    private record Planned(String invoiceNumber, long scopeId) {}
}
