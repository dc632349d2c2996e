package io.factuur.delivery;

import io.factuur.access.AccessFilter;
import io.factuur.access.Guard;
import io.factuur.access.Reach;
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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What about invoices by mail waits for somebody. */
@Service
public class MailTroubles {

    private static final int OWN = 500;
    private static final Duration LOOKS_BACK = Duration.ofDays(60);
    private static final int ENDS_WITHIN_DAYS = 14;

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

    /** At all scopes where the person may see it or do something about it, most addresses first. */
    @Transactional(readOnly = true)
    public List<AtScope> list(MailTrouble trouble, int most, Person person) {
        return read(trouble, null, most, person);
    }

    /** The same, at a scope and below it. */
    @Transactional(readOnly = true)
    public List<AtScope> at(long scopeId, MailTrouble trouble, int most, Person person) {
        return read(trouble, scopeId, most, person);
    }

    @Transactional(readOnly = true)
    public House house(Person person) {
        guard.requireOperator("mail.troubles", person);
        return jdbc.sql("select (select count(*) from mail_night where state = 'HELD') as held,"
                        + " (select count(*) from mail_outbox m where " + MailTrouble.NEEDS_SOMEBODY
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

    private List<AtScope> read(MailTrouble trouble, @Nullable Long within, int most, Person person) {
        Optional<Set<Long>> own = reach.within(OWN, person);
        if (own.isPresent() && own.get().isEmpty()) {
            return List.of();
        }
        AccessFilter mine = AccessFilter.of(trouble.operation, person);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<String, Object> parameters = new HashMap<>(mine.parameters());
        parameters.putAll(Map.of(
                "since", since(),
                "today", today,
                "soon", today.plusDays(ENDS_WITHIN_DAYS),
                "terms", MailTerms.current(),
                "most", most));
        own.ifPresent(ids -> parameters.put("own", ids));
        String near = own.isPresent() ? "s.id in (:own) and " + mine.onEach("s") : mine.on("s");
        if (within != null) {
            parameters.put("within", within);
            near += " and s.id in (select below.scope_id from scope_ancestor below where below.ancestor_id = :within)";
        }
        return jdbc.sql("select s.id as scope_id, s.name as scope_name, s.kind, " + trouble.count
                        + " as addresses from "
                        + trouble.table + " m join scope s on s.id = m.scope_id where " + trouble.where + " and " + near
                        + " group by s.id, s.name, s.kind order by addresses desc, s.id fetch first :most rows only")
                .params(parameters)
                .query(AtScope.class)
                .list();
    }

    private OffsetDateTime since() {
        return clock.instant().minus(LOOKS_BACK).atOffset(ZoneOffset.UTC);
    }
}
