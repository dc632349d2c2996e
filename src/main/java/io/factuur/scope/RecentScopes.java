package io.factuur.scope;

import io.factuur.access.AccessFilter;
import io.factuur.access.Guard;
import io.factuur.agreement.Operation;
import io.factuur.security.Person;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The scopes that a person was at last. */
@Service
public class RecentScopes {

    private final JdbcClient jdbc;
    private final Guard guard;
    private final Clock clock;

    RecentScopes(JdbcClient jdbc, Guard guard, Clock clock) {
        this.jdbc = jdbc;
        this.guard = guard;
        this.clock = clock;
    }

    /** Remembers a visit; of a scope that the person may not see, nothing is remembered. */
    public void visited(long scopeId, Person person) {
        if (!guard.allows(Operation.SEE_SCOPE, scopeId, person) || touch(scopeId, person) > 0) {
            return;
        }
        try {
            jdbc.sql("insert into recent_scope (person_id, scope_id, used_at) values (:me, :scope, :now)")
                    .param("me", person.id())
                    .param("scope", scopeId)
                    .param("now", now())
                    .update();
        } catch (DuplicateKeyException sameMomentElsewhere) {
            touch(scopeId, person);
        }
    }

    /** The last ones first; what the person has lost since is left out. */
    public List<Scope> list(int limit, Person person) {
        AccessFilter mine = AccessFilter.of(Operation.SEE_SCOPE, person);
        return jdbc.sql("select " + ScopeTree.COLUMNS
                        + " from recent_scope used join scope s on s.id = used.scope_id where used.person_id = :me and "
                        + mine.on("s") + " order by used.used_at desc fetch first :limit rows only")
                .params(mine.parameters())
                .param("me", person.id())
                .param("limit", limit)
                .query(ScopeTree::scope)
                .list();
    }

    private int touch(long scopeId, Person person) {
        return jdbc.sql("update recent_scope set used_at = :now where person_id = :me and scope_id = :scope")
                .param("now", now())
                .param("me", person.id())
                .param("scope", scopeId)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
