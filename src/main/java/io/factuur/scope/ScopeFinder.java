package io.factuur.scope;

import io.factuur.access.AccessFilter;
import io.factuur.access.Reach;
import io.factuur.agreement.Operation;
import io.factuur.security.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds scopes by what somebody typed. Names are looked through in memory; whether the person may is asked of the
 * database, for those that match, each time.
 */
@Service
public class ScopeFinder {

    /** Up to so many scopes of one's own, only those are looked through. */
    private static final int OWN = 2_000;

    private static final int MOST = 2_000;
    private static final int AT_ONCE = 100;

    private final ScopeNames names;
    private final Reach reach;
    private final JdbcClient jdbc;

    ScopeFinder(ScopeNames names, Reach reach, JdbcClient jdbc) {
        this.names = names;
        this.reach = reach;
        this.jdbc = jdbc;
    }

    /** @param accountName the name of the billing account it stands in */
    public record Found(Scope scope, String accountName) {}

    /**
     * The scopes where the person may do something, those that match best first; of what matches equally well those that
     * they were at before others. Where nothing was typed those alone, the last first; or any, at the
     * beginning.
     */
    @Transactional(readOnly = true)
    public List<Found> find(String typed, Operation operation, int limit, Person person) {
        boolean everywhere = person.operator() && operation.operatorMay();
        Optional<Set<Long>> own = everywhere ? Optional.empty() : reach.within(OWN, person);
        Set<Long> recent = recent(person);
        List<Long> matches;
        if (typed.isBlank()) {
            matches = recent.isEmpty() ? own.map(List::copyOf).orElse(List.of()) : List.copyOf(recent);
        } else {
            LongPredicate among = own.<LongPredicate>map(ids -> ids::contains).orElse(id -> true);
            matches = names.now().find(typed, MOST, among, recent);
        }
        AccessFilter mine = AccessFilter.of(operation, person);
        List<Found> found = new ArrayList<>();
        for (int from = 0; from < matches.size() && found.size() < limit; from += AT_ONCE) {
            List<Long> some = matches.subList(from, Math.min(matches.size(), from + AT_ONCE));
            Map<Long, Found> allowed = allowed(some, mine);
            some.stream()
                    .flatMap(id -> Optional.ofNullable(allowed.get(id)).stream())
                    .forEach(found::add);
        }
        return found.subList(0, Math.min(limit, found.size()));
    }

    private Map<Long, Found> allowed(List<Long> ids, AccessFilter mine) {
        Map<Long, Found> allowed = new HashMap<>();
        jdbc.sql("select " + ScopeTree.COLUMNS + ", account.name as account_name from scope s"
                        + " join scope account on account.id = s.root_id where s.id in (:ids) and " + mine.onEach("s"))
                .params(mine.parameters())
                .param("ids", ids)
                .query((row, number) -> new Found(ScopeTree.scope(row, number), row.getString("account_name")))
                .list()
                .forEach(found -> allowed.put(found.scope().id(), found));
        return allowed;
    }

    private Set<Long> recent(Person person) {
        return new LinkedHashSet<>(
                jdbc.sql("""
                    select scope_id from recent_scope where person_id = :me
                    order by used_at desc fetch first 20 rows only
                    """).param("me", person.id()).query(Long.class).list());
    }
}
