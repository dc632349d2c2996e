package io.factuur.delivery;

import static io.factuur.delivery.RecipientStore.time;

import io.factuur.access.Entitled;
import io.factuur.delivery.NightStore.Night;
import io.factuur.invoice.InvoicesIssued;
import io.factuur.security.PersonEnabled;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns issued invoices into mails, one for each that is to get them. */
@Component
class MailPlanner {

    private static final int BATCH = 2_000;

    private final JdbcClient jdbc;
    private final RecipientStore recipients;
    private final Audience audience;
    private final Outbox outbox;
    private final NightStore nights;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailPlanner(
            JdbcClient jdbc,
            RecipientStore recipients,
            Audience audience,
            Outbox outbox,
            NightStore nights,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.recipients = recipients;
        this.audience = audience;
        this.outbox = outbox;
        this.nights = nights;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** In the transaction that issues them, so that no crash lies between an invoice and its mails. */
    @EventListener
    @Transactional
    public void issued(InvoicesIssued event) {
        List<Long> scopes = event.invoices().stream()
                .map(InvoicesIssued.Issued::scopeId)
                .distinct()
                .toList();
        Set<Long> wanting =
                new HashSet<>(recipients.wanting(scopes, nights.switches().holding()));
        event.invoices().stream()
                .filter(invoice -> wanting.contains(invoice.scopeId()))
                .forEach(this::note);
    }

    private void note(InvoicesIssued.Issued invoice) {
        jdbc.sql("insert into mail_job (invoice_number, scope_id, created_at) values (:number, :scope, :now)")
                .param("number", invoice.number())
                .param("scope", invoice.scopeId())
                .param("now", time(clock.instant()))
                .update();
    }

    /** Plans what has not been planned yet; safe to run on several nodes at once. */
    void planAll() {
        List<Job> jobs;
        do {
            jobs = jdbc.sql("""
                    select j.invoice_number, j.scope_id, i.run_id from mail_job j
                    left join invoice i on i.number = j.invoice_number
                    where j.night_id is null order by j.created_at, j.invoice_number fetch first :most rows only
                    """).param("most", BATCH).query(Job.class).list();
            jobs.forEach(job -> transaction.executeWithoutResult(status -> plan(job)));
        } while (jobs.size() == BATCH);
    }

    private void plan(Job job) {
        Night night = nights.of(job.runId());
        int mine = jdbc.sql("update mail_job set night_id = :night where invoice_number = :number and night_id is null")
                .param("night", night.id())
                .param("number", job.invoiceNumber())
                .update();
        if (mine > 0) {
            addMissing(job.invoiceNumber(), job.scopeId(), night);
        }
    }

    /** Somebody has become a recipient: they get what still waits for a release. */
    void catchUp(long scopeId) {
        catchUp("j.scope_id = :id", scopeId);
    }

    /** A role may make somebody a recipient, too: the operator sees them before the release, not after it. */
    @EventListener
    @Transactional
    public void entitled(Entitled event) {
        catchUpPerson(event.personId());
    }

    @EventListener
    @Transactional
    public void enabled(PersonEnabled event) {
        catchUpPerson(event.personId());
    }

    private void catchUpPerson(long personId) {
        catchUp("""
                j.scope_id in (select below.scope_id from assignment held
                join scope_ancestor below on below.ancestor_id = held.scope_id
                where held.person_id = :id and held.ended_at is null)""", personId);
    }

    private void catchUp(String which, long id) {
        jdbc.sql("""
                select j.invoice_number, j.scope_id, j.night_id from mail_job j join mail_night n on n.id = j.night_id
                where n.state = 'HELD' and %s order by j.invoice_number
                """.formatted(which))
                .param("id", id)
                .query(Waiting.class)
                .list()
                .forEach(waiting -> nights.find(waiting.nightId())
                        .ifPresent(night -> addMissing(waiting.invoiceNumber(), waiting.scopeId(), night)));
    }

    /** Adds a mail for each addressee who has none yet: at first all, at a release those who came later. */
    void addMissing(String invoiceNumber, long scopeId, Night night) {
        for (Addressee to : audience.of(scopeId)) {
            outbox.add(OutboxMail.Kind.INVOICE, invoiceNumber, scopeId, night.id(), to, night.stateOfNewMail());
        }
    }

    record Job(String invoiceNumber, long scopeId, @Nullable Long runId) {}

    private record Waiting(String invoiceNumber, long scopeId, long nightId) {}
}
