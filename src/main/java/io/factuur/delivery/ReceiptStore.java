package io.factuur.delivery;

import static io.factuur.delivery.RecipientStore.time;

import io.factuur.invoice.InvoiceDownloaded;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of the mails. Asks nobody's leave: only for this room, whose services do. */
@Repository
class ReceiptStore {

    static final Duration BETWEEN_ASKING = Duration.ofMinutes(5);

    /** The address comes from where it is still kept, and only while it is the one that was written to. */
    private static final String SELECT = """
            select m.id, m.subject as invoice_number, r.address as added_address, m.address_key as recipient_hash,
                   p.display_name as name, coalesce(p.communication_email, p.email) as own_address, m.state, m.reason,
                   m.language, m.content, m.attempts, m.repeats, m.resends, m.code, m.words, m.created_at as queued_at,
                   m.next_attempt_at, m.accepted_at, m.bounced_at, m.downloaded_at
            from mail_outbox m
            left join invoice_recipient r on r.scope_id = m.scope_id and r.address_key = m.address_key
            left join person p on p.id = m.person_id
            where m.kind = 'INVOICE'
            """;

    private static final String COUNTS = """
            count(case when m.state not in (%s) then 1 end) as total,
                   count(case when m.state in (%s) then 1 end) as delivered,
                   count(case when m.state in (%s) then 1 end) as waiting,
                   count(case when m.state in (%s) then 1 end) as need_you,
                   count(case when m.state in (%s) then 1 end) as left_out
            """.formatted(
                    names(state -> !state.counts()),
                    names(MailState::delivered),
                    names(MailState::waiting),
                    names(MailState::needsSomebody),
                    names(state -> !state.counts()));

    private static final String COUNT = "select " + COUNTS + " from mail_outbox m where m.kind = 'INVOICE'";

    private final JdbcClient jdbc;
    private final AddressKey keys;
    private final Outbox outbox;
    private final Clock clock;

    ReceiptStore(JdbcClient jdbc, AddressKey keys, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** States as SQL words; they come from the enum only. */
    static String names(Predicate<MailState> which) {
        return Arrays.stream(MailState.values())
                .filter(which)
                .map(state -> "'" + state + "'")
                .collect(Collectors.joining(", "));
    }

    List<Receipt> ofInvoice(String number, long afterId, int limit) {
        return jdbc
                .sql(SELECT + " and m.subject = :number and m.id > :after order by m.id"
                        + " fetch first :limit rows only")
                .param("number", number)
                .param("after", afterId)
                .param("limit", limit)
                .query(ReceiptRow.class)
                .list()
                .stream()
                .map(row -> row.receipt(keys))
                .toList();
    }

    /** @param trouble only those that need somebody */
    List<Receipt> ofNight(long nightId, boolean trouble, long offset, int limit) {
        return jdbc
                .sql(SELECT + " and m.night_id = :night"
                        + (trouble ? " and m.state in (" + names(MailState::needsSomebody) + ")" : "")
                        + " order by m.subject, m.id offset :offset rows fetch next :limit rows only")
                .param("night", nightId)
                .param("offset", offset)
                .param("limit", limit)
                .query(ReceiptRow.class)
                .list()
                .stream()
                .map(row -> row.receipt(keys))
                .toList();
    }

    List<Receipt> ofAddress(String addressKey) {
        return jdbc
                .sql(SELECT + " and m.address_key = :key order by m.id")
                .param("key", addressKey)
                .query(ReceiptRow.class)
                .list()
                .stream()
                .map(row -> row.receipt(keys))
                .toList();
    }

    Optional<Receipt> find(long id) {
        return jdbc.sql(SELECT + " and m.id = :id")
                .param("id", id)
                .query(ReceiptRow.class)
                .optional()
                .map(row -> row.receipt(keys));
    }

    ReceiptCount countOfInvoice(String number) {
        return jdbc.sql(COUNT + " and m.subject = :number")
                .param("number", number)
                .query(ReceiptCount.class)
                .single();
    }

    /** Of the invoices of a scope that were mailed last. */
    List<ReceiptBook> latest(long scopeId, int limit) {
        return jdbc.sql("select m.subject, " + COUNTS + """
                 from mail_outbox m where m.kind = 'INVOICE' and m.scope_id = :scope
                group by m.subject order by max(m.id) desc fetch first :limit rows only
                """)
                .param("scope", scopeId)
                .param("limit", limit)
                .query((row, index) -> new ReceiptBook(
                        row.getString("subject"),
                        new ReceiptCount(
                                row.getLong("total"),
                                row.getLong("delivered"),
                                row.getLong("waiting"),
                                row.getLong("need_you"),
                                row.getLong("left_out"))))
                .list();
    }

    ReceiptCount countOfNight(long nightId) {
        return jdbc.sql(COUNT + " and m.night_id = :night")
                .param("night", nightId)
                .query(ReceiptCount.class)
                .single();
    }

    List<MailEvent> events(long id) {
        return jdbc.sql(
                        "select happened_at, kind, code, words, actor from mail_event where outbox_id = :id order by id")
                .param("id", id)
                .query(MailEvent.class)
                .list();
    }

    /** The server's last words about each address of a scope whose last mail did not arrive. */
    Map<String, String> troubles(long scopeId) {
        Map<String, String> troubles = new HashMap<>();
        jdbc.sql("""
                select address_key, state, coalesce(words, '') as words from mail_outbox
                where scope_id = :scope order by created_at, id
                """).param("scope", scopeId).query(row -> {
            if (MailState.valueOf(row.getString("state")).needsSomebody()) {
                troubles.put(row.getString("address_key"), row.getString("words"));
            } else if (row.getString("state").equals(MailState.ACCEPTED.name())) {
                troubles.remove(row.getString("address_key"));
            }
        });
        return troubles;
    }

    /** Puts a mail back into the queue by somebody's word, under a new Message-ID. */
    boolean resend(long id, String by) {
        int changed = jdbc.sql("""
                update mail_outbox set state = 'QUEUED', reason = null, attempts = 0, repeats = 0, resends = resends + 1,
                next_attempt_at = :now, code = null, words = null
                where id = :id and state in ('ACCEPTED', 'BOUNCED', 'FAILED', 'UNKNOWN', 'SKIPPED', 'STOPPED')
                """)
                .param("id", id)
                .param("now", time(clock.instant()))
                .update();
        if (changed > 0) {
            outbox.note(id, MailEvent.Kind.RESENT, null, null, by);
        }
        return changed > 0;
    }

    /** Somebody to whom the invoice was mailed has fetched it from the portal. */
    @EventListener
    public void downloaded(InvoiceDownloaded event) {
        jdbc.sql("""
                update mail_outbox set downloaded_at = :now
                where kind = 'INVOICE' and subject = :number and person_id = :person and downloaded_at is null
                """)
                .param("now", time(clock.instant()))
                .param("number", event.invoiceNumber())
                .param("person", event.personId())
                .update();
    }

    /** Sends the question to confirm again; false when the last one left only just now, or is about to. */
    boolean askAgain(RecipientRow row, String by) {
        Instant lately = clock.instant().minus(BETWEEN_ASKING);
        return jdbc.sql("""
                        select id from mail_outbox where kind = 'CONFIRMATION' and subject = :subject
                        and next_attempt_at < :lately and coalesce(accepted_at, :lately) <= :lately
                        """)
                .param("subject", String.valueOf(row.id()))
                .param("lately", time(lately))
                .query(Long.class)
                .optional()
                .map(id -> resend(id, by))
                .orElse(false);
    }
}
