package io.factuur.delivery;

import io.factuur.agreement.AgreementType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The stored preferences and recipients. Asks nobody's leave: only for this room, whose services do. */
@Repository
class RecipientStore {

    private static final String COLUMNS = """
            r.id, r.scope_id, r.address, r.address_key, r.language, r.content, r.ends_on, r.confirm_until,
            r.confirmed_at, r.nonce, r.added_at, r.added_by""";

    /** Agreements without an opt-in: their contacts may come while the mails wait for a release. */
    private static final List<String> WITH_CONTACTS = Arrays.stream(AgreementType.values())
            .filter(agreement -> !agreement.terms().invoiceMail().optsIn())
            .map(AgreementType::name)
            .toList();

    private final JdbcClient jdbc;

    RecipientStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<MailScope> scope(long id) {
        return jdbc.sql("""
                select s.id, s.name, s.agreement, s.kind, p.offer, p.sovereign_cloud, m.opted_in, m.together,
                       m.terms_version, m.terms_accepted_at, m.terms_accepted_by
                from scope s left join scope_properties p on p.scope_id = s.id
                left join invoice_mail m on m.scope_id = s.id where s.id = :id
                """)
                .param("id", id)
                .query(MailScope.Row.class)
                .optional()
                .map(MailScope.Row::scope);
    }

    /**
     * Those of some scopes whose invoices somebody may want by mail.
     *
     * @param held whether the mails will wait for a release
     */
    List<Long> wanting(List<Long> scopeIds, boolean held) {
        return jdbc.sql("""
                select s.id from scope s where s.id in (:ids) and (
                    (:held and s.agreement in (:contacts))
                    or exists (select 1 from invoice_recipient r where r.scope_id = s.id)
                    or exists (select 1 from invoice_mail m where m.scope_id = s.id and m.opted_in))
                """)
                .param("ids", scopeIds)
                .param("held", held)
                .param("contacts", WITH_CONTACTS)
                .query(Long.class)
                .list();
    }

    void save(MailScope scope, String by, Instant at) {
        MailPreference.Acceptance terms = scope.acceptance();
        int changed = write("""
                update invoice_mail set opted_in = :optedIn, together = :together, terms_version = :version,
                terms_accepted_at = :acceptedAt, terms_accepted_by = :acceptedBy, changed_at = :at, changed_by = :by
                where scope_id = :scope
                """, scope, terms, by, at);
        if (changed == 0) {
            write("""
                    insert into invoice_mail (scope_id, opted_in, together, terms_version, terms_accepted_at,
                    terms_accepted_by, changed_at, changed_by)
                    values (:scope, :optedIn, :together, :version, :acceptedAt, :acceptedBy, :at, :by)
                    """, scope, terms, by, at);
        }
    }

    private int write(String sql, MailScope scope, MailPreference.@Nullable Acceptance terms, String by, Instant at) {
        return jdbc.sql(sql)
                .param("scope", scope.id())
                .param("optedIn", scope.optedIn())
                .param("together", scope.together())
                .param("version", terms == null ? null : terms.version())
                .param("acceptedAt", terms == null ? null : time(terms.at()))
                .param("acceptedBy", terms == null ? null : terms.by())
                .param("at", time(at))
                .param("by", by)
                .update();
    }

    /** Makes two who change the same scope's recipients wait for each other. */
    void lock(long scopeId) {
        jdbc.sql("select id from scope where id = :id for update")
                .param("id", scopeId)
                .query(Long.class)
                .single();
    }

    List<RecipientRow> of(long scopeId) {
        return jdbc.sql("select " + COLUMNS + " from invoice_recipient r where r.scope_id = :scope order by r.id")
                .param("scope", scopeId)
                .query(RecipientRow.class)
                .list();
    }

    Optional<RecipientRow> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from invoice_recipient r where r.id = :id")
                .param("id", id)
                .query(RecipientRow.class)
                .optional();
    }

    Optional<RecipientRow> find(long scopeId, String addressKey) {
        return jdbc.sql("select " + COLUMNS
                        + " from invoice_recipient r where r.scope_id = :scope and r.address_key = :key")
                .param("scope", scopeId)
                .param("key", addressKey)
                .query(RecipientRow.class)
                .optional();
    }

    Optional<RecipientRow> confirmable(String confirmHash) {
        return jdbc.sql("select " + COLUMNS + " from invoice_recipient r where r.confirm_hash = :hash")
                .param("hash", confirmHash)
                .query(RecipientRow.class)
                .optional();
    }

    /** Everything stored under an address, in all scopes. */
    List<RecipientRow> everywhere(String addressKey) {
        return jdbc.sql("select " + COLUMNS + " from invoice_recipient r where r.address_key = :key order by r.id")
                .param("key", addressKey)
                .query(RecipientRow.class)
                .list();
    }

    /** Those whose end date has passed, or that nobody confirmed in time. */
    List<RecipientRow> outlived(LocalDate today, Instant unconfirmedSince) {
        return jdbc.sql("select " + COLUMNS + """
                 from invoice_recipient r where r.ends_on < :today
                 or (r.confirmed_at is null and r.added_at < :since) order by r.id fetch first 500 rows only
                """)
                .param("today", today)
                .param("since", time(unconfirmedSince))
                .query(RecipientRow.class)
                .list();
    }

    long insert(long scopeId, NewRecipient wanted, String key, String nonce, String by, Instant at) {
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into invoice_recipient
                (scope_id, address, address_key, language, content, ends_on, nonce, added_at, added_by)
                values (:scope, :address, :key, :language, :content, :endsOn, :nonce, :at, :by)
                """)
                .param("scope", scopeId)
                .param("address", wanted.address().value())
                .param("key", key)
                .param("language", wanted.language())
                .param("content", wanted.content().name())
                .param("endsOn", wanted.endsOn())
                .param("nonce", nonce)
                .param("at", time(at))
                .param("by", by)
                .update(id, "id");
        return Objects.requireNonNull(id.getKeyAs(Long.class));
    }

    void update(long id, String language, MailContent content, @Nullable LocalDate endsOn) {
        jdbc.sql(
                        "update invoice_recipient set language = :language, content = :content, ends_on = :endsOn where id = :id")
                .param("id", id)
                .param("language", language)
                .param("content", content.name())
                .param("endsOn", endsOn)
                .update();
    }

    void expectConfirmation(long id, String confirmHash, Instant until) {
        jdbc.sql("update invoice_recipient set confirm_hash = :hash, confirm_until = :until where id = :id")
                .param("id", id)
                .param("hash", confirmHash)
                .param("until", time(until))
                .update();
    }

    void confirm(long id, Instant at) {
        jdbc.sql("update invoice_recipient set confirmed_at = :at where id = :id and confirmed_at is null")
                .param("id", id)
                .param("at", time(at))
                .update();
    }

    boolean delete(long id) {
        return jdbc.sql("delete from invoice_recipient where id = :id")
                        .param("id", id)
                        .update()
                > 0;
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
