package io.factuur.delivery;

import io.factuur.access.AccessFilter;
import io.factuur.access.Guard;
import io.factuur.access.Reach;
import io.factuur.agreement.Operation;
import io.factuur.security.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What about invoices by mail waits for somebody. */
@Service
public class MailTroubles {

    private static final int OWN = 500;
    private static final Duration LOOKS_BACK = Duration.ofDays(60);
    private static final int ENDS_WITHIN_DAYS = 14;
    private static final String NEEDS_SOMEBODY = "m.state in ('BOUNCED', 'FAILED', 'UNKNOWN')";

    private final JdbcClient jdbc;
    private final Reach reach;
    private final Guard guard;
    private final Clock clock;

    MailTroubles(JdbcClient jdbc, Reach reach, Guard guard, Clock clock) {
        this.jdbc = jdbc;
        this.reach = reach;
        this.guard = guard;
        this.clock = clock;
    }

    /** So many addresses of a scope. */
    public record AtScope(long scopeId, String scopeName, io.factuur.agreement.ScopeKind kind, int addresses) {}

    /** For the operator: nights that wait for a release, and mails that did not arrive. */
    public record House(int held, int undelivered) {}

    /** Addresses whose last mail did not arrive. */
    @Transactional(readOnly = true)
    public List<AtScope> undelivered(int most, Person person) {
        return read(
                "mail_outbox m",
                "m",
                "m.kind = 'INVOICE' and " + NEEDS_SOMEBODY + """
                     and m.created_at > :since and not exists (select 1 from mail_outbox later where
                    later.address_key = m.address_key and later.scope_id = m.scope_id and later.id > m.id
                    and later.state = 'ACCEPTED')""",
                "count(distinct m.address_key)",
                Operation.SEE_INVOICE_MAIL,
                most,
                person);
    }

    /** Added addresses that nobody has confirmed yet: they get nothing. */
    @Transactional(readOnly = true)
    public List<AtScope> unconfirmed(int most, Person person) {
        return read(
                "invoice_recipient r",
                "r",
                "r.confirmed_at is null and (r.ends_on is null or r.ends_on > :today)",
                "count(*)",
                Operation.CHANGE_INVOICE_MAIL,
                most,
                person);
    }

    /** Addresses that end within a fortnight. */
    @Transactional(readOnly = true)
    public List<AtScope> ending(int most, Person person) {
        return read(
                "invoice_recipient r",
                "r",
                "r.confirmed_at is not null and r.ends_on >= :today and r.ends_on <= :soon",
                "count(*)",
                Operation.CHANGE_INVOICE_MAIL,
                most,
                person);
    }

    @Transactional(readOnly = true)
    public House house(Person person) {
        guard.requireOperator("mail.troubles", person);
        return jdbc.sql("select (select count(*) from mail_night where state = 'HELD') as held,"
                        + " (select count(*) from mail_outbox m where " + NEEDS_SOMEBODY
                        + " and m.created_at > :since) as undelivered")
                .param("since", since())
                .query(House.class)
                .single();
    }

    /** Whether an invoice has ever been taken over by a mail server. */
    @Transactional(readOnly = true)
    public boolean anySent(Person person) {
        guard.requireOperator("mail.any", person);
        return !jdbc.sql("select id from mail_outbox where state = 'ACCEPTED' and kind = 'INVOICE' fetch first 1 row"
                        + " only")
                .query(Long.class)
                .list()
                .isEmpty();
    }

    private List<AtScope> read(
            String table, String alias, String where, String count, Operation operation, int most, Person person) {
        Optional<Set<Long>> own = reach.within(OWN, person);
        if (own.isPresent() && own.get().isEmpty()) {
            return List.of();
        }
        AccessFilter mine = AccessFilter.of(operation, person);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<String, Object> parameters = new HashMap<>(mine.parameters());
        parameters.putAll(
                Map.of("since", since(), "today", today, "soon", today.plusDays(ENDS_WITHIN_DAYS), "most", most));
        own.ifPresent(ids -> parameters.put("own", ids));
        String near = own.isPresent() ? "s.id in (:own) and " + mine.onEach("s") : mine.on("s");
        return jdbc.sql("select s.id as scope_id, s.name as scope_name, s.kind, " + count + " as addresses from "
                        + table
                        + " join scope s on s.id = " + alias + ".scope_id where " + where + " and " + near
                        + " group by s.id, s.name, s.kind order by addresses desc, s.id fetch first :most rows only")
                .params(parameters)
                .query(AtScope.class)
                .list();
    }

    private OffsetDateTime since() {
        return clock.instant().minus(LOOKS_BACK).atOffset(ZoneOffset.UTC);
    }
}
