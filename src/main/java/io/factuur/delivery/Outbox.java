package io.factuur.delivery;

import static io.factuur.delivery.RecipientStore.time;

import io.factuur.mail.MailFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mails that want to leave. Every step is one short transaction, so that a crash leaves each mail in a state that
 * says what may have happened. See docs/decisions/0052.
 */
@Repository
class Outbox {

    private static final String SELECT = """
            select id, kind, subject, scope_id, address_key, person_id, recipient_id, message_id, state, attempts,
                   repeats, resends, accepted_at, size_bytes from mail_outbox
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<OutboxMail> find(long id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(OutboxMail.class)
                .optional();
    }

    /** Adds a mail, unless there is one for the subject and the address already. */
    void add(
            OutboxMail.Kind kind, String subject, long scopeId, @Nullable Long nightId, Addressee to, MailState state) {
        jdbc.sql("""
                insert into mail_outbox (kind, subject, scope_id, night_id, address_key, person_id, recipient_id,
                message_id, state, language, content, next_attempt_at, created_at)
                select cast(:kind as varchar), cast(:subject as varchar), cast(:scope as bigint),
                cast(:night as bigint), cast(:key as varchar), cast(:person as bigint), cast(:recipient as bigint),
                cast(:messageId as varchar), cast(:state as varchar), cast(:language as varchar),
                cast(:content as varchar), cast(:now as timestamp with time zone),
                cast(:now as timestamp with time zone)
                where not exists (select 1 from mail_outbox
                where kind = :kind and subject = :subject and address_key = :key)
                """)
                .param("kind", kind.name())
                .param("subject", subject)
                .param("scope", scopeId)
                .param("night", nightId)
                .param("key", to.key())
                .param("person", to.personId())
                .param("recipient", to.recipientId())
                .param("messageId", UUID.randomUUID().toString())
                .param("state", state.name())
                .param("language", to.language().getLanguage())
                .param("content", to.content().name())
                .param("now", time(clock.instant()))
                .update();
    }

    boolean has(OutboxMail.Kind kind, String subject, String addressKey) {
        return jdbc.sql("""
                        select count(*) from mail_outbox where kind = :kind and subject = :subject and address_key = :key
                        """)
                        .param("kind", kind.name())
                        .param("subject", subject)
                        .param("key", addressKey)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Takes the oldest mails that are due; two who claim at once never get the same. */
    @Transactional
    public List<OutboxMail> claim(String claimant, int most, Duration lease) {
        Instant now = clock.instant();
        while (true) {
            List<Long> due = due(now, most);
            if (due.isEmpty()) {
                return List.of();
            }
            jdbc.sql("""
                    update mail_outbox set state = 'CLAIMED', claimed_by = :claimant, claimed_until = :until
                    where id in (:due) and state = 'QUEUED' and next_attempt_at <= :now
                    """)
                    .param("claimant", claimant)
                    .param("until", time(now.plus(lease)))
                    .param("due", due)
                    .param("now", time(now))
                    .update();
            List<OutboxMail> mine = jdbc.sql(SELECT + " where claimed_by = :claimant and state = 'CLAIMED' order by id")
                    .param("claimant", claimant)
                    .query(OutboxMail.class)
                    .list();
            if (!mine.isEmpty()) {
                return mine;
            }
            // Somebody else was quicker, with all of them.
        }
    }

    /** Read in the order of an index: a claim costs the same however many mails wait. */
    private List<Long> due(Instant now, int most) {
        return jdbc.sql("""
                select id from mail_outbox where state = 'QUEUED' and next_attempt_at <= :now
                and not exists (select 1 from mail_switch where stopped)
                order by state, next_attempt_at fetch first :most rows only
                """)
                .param("now", time(now))
                .param("most", most)
                .query(Long.class)
                .list();
    }

    /**
     * The last step before the mail leaves; false when somebody stopped it or the claim has run out. One statement, and
     * so a transaction without asking for one; {@link #accepted} as well.
     */
    boolean begin(long id, String claimant, Duration lease) {
        Instant now = clock.instant();
        return jdbc.sql("""
                update mail_outbox set state = 'SENDING', claimed_until = :until
                where id = :id and state = 'CLAIMED' and claimed_by = :claimant and claimed_until > :now
                and not exists (select 1 from mail_switch where stopped)
                """)
                        .param("id", id)
                        .param("claimant", claimant)
                        .param("until", time(now.plus(lease)))
                        .param("now", time(now))
                        .update()
                > 0;
    }

    void accepted(long id, String claimant, Addressee to, long sizeBytes) {
        jdbc.sql("""
                update mail_outbox set state = 'ACCEPTED', reason = null, accepted_at = :now, code = null, words = null,
                size_bytes = :size, address_key = :key, language = :language, content = :content, claimed_by = null,
                claimed_until = null
                where id = :id and state = 'SENDING' and claimed_by = :claimant
                """)
                .param("id", id)
                .param("claimant", claimant)
                .param("now", time(clock.instant()))
                .param("size", sizeBytes)
                .param("key", to.key())
                .param("language", to.language().getLanguage())
                .param("content", to.content().name())
                .update();
    }

    /** Not accepted: the next try, or none when {@code next} is null. */
    @Transactional
    public void refused(long id, String claimant, MailFailure failure, @Nullable Instant next) {
        int changed = jdbc.sql("""
                update mail_outbox set state = :state, attempts = attempts + 1, next_attempt_at = :next, code = :code,
                words = :words, claimed_by = null, claimed_until = null
                where id = :id and state in ('SENDING', 'CLAIMED') and claimed_by = :claimant
                """)
                .param("id", id)
                .param("claimant", claimant)
                .param("state", next == null ? MailState.FAILED.name() : MailState.QUEUED.name())
                .param("next", time(next == null ? clock.instant() : next))
                .param("code", failure.code())
                .param("words", failure.words())
                .update();
        if (changed > 0) {
            note(
                    id,
                    next == null ? MailEvent.Kind.REFUSED : MailEvent.Kind.DEFERRED,
                    failure.code(),
                    failure.words(),
                    null);
        }
    }

    /** The answer was lost: sent once more, marked as a repeat, and never a third time. */
    @Transactional
    public void uncertain(long id, String claimant, String words, Instant next) {
        int changed = jdbc.sql("""
                update mail_outbox set state = case when repeats = 0 then 'QUEUED' else 'UNKNOWN' end,
                repeats = repeats + 1, attempts = attempts + 1, next_attempt_at = :next, code = 0, words = :words,
                claimed_by = null, claimed_until = null
                where id = :id and state = 'SENDING' and claimed_by = :claimant
                """)
                .param("id", id)
                .param("claimant", claimant)
                .param("next", time(next))
                .param("words", words)
                .update();
        if (changed > 0) {
            note(id, MailEvent.Kind.ANSWER_LOST, 0, words, null);
        }
    }

    /** Held back without having been tried: what it carries is not there yet. */
    @Transactional
    public void waitFor(long id, String claimant, String reason, Instant next) {
        close(id, claimant, MailState.QUEUED, reason, next);
    }

    @Transactional
    public void skip(long id, String claimant, String reason) {
        close(id, claimant, MailState.SKIPPED, reason, clock.instant());
    }

    /** Gives claimed mails back untouched. */
    @Transactional
    public void giveBack(String claimant) {
        jdbc.sql("""
                update mail_outbox set state = 'QUEUED', claimed_by = null, claimed_until = null
                where claimed_by = :claimant and state = 'CLAIMED'
                """).param("claimant", claimant).update();
    }

    private void close(long id, String claimant, MailState state, String reason, Instant next) {
        jdbc.sql("""
                update mail_outbox set state = :state, reason = :reason, next_attempt_at = :next, claimed_by = null,
                claimed_until = null where id = :id and state = 'CLAIMED' and claimed_by = :claimant
                """)
                .param("id", id)
                .param("claimant", claimant)
                .param("state", state.name())
                .param("reason", reason)
                .param("next", time(next))
                .update();
    }

    /** Brings back what a sender left behind when it died. */
    @Transactional
    public void recover(Duration pause) {
        Instant now = clock.instant();
        jdbc.sql("""
                update mail_outbox set state = 'QUEUED', claimed_by = null, claimed_until = null
                where state = 'CLAIMED' and claimed_until < :now
                """).param("now", time(now)).update();
        for (Left left : jdbc.sql(
                        "select id, claimed_by from mail_outbox where state = 'SENDING' and claimed_until < :now")
                .param("now", time(now))
                .query(Left.class)
                .list()) {
            uncertain(
                    left.id(),
                    left.claimedBy(),
                    "The sender ended before it had written down the answer.",
                    now.plus(pause));
        }
    }

    void note(long id, MailEvent.Kind kind, @Nullable Integer code, @Nullable String words, @Nullable String actor) {
        jdbc.sql("""
                insert into mail_event (outbox_id, happened_at, kind, code, words, actor)
                values (:id, :now, :kind, :code, :words, :actor)
                """)
                .param("id", id)
                .param("now", time(clock.instant()))
                .param("kind", kind.name())
                .param("code", code)
                .param("words", words)
                .param("actor", actor)
                .update();
    }

    private record Left(long id, String claimedBy) {}
}
