package io.factuur.invoice;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.ScopeKind;
import io.factuur.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds what a billing run has to look at, page after page in order of ID. */
@Repository
class Candidates {

    private final JdbcClient jdbc;

    Candidates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Candidate> find(long scopeId) {
        return jdbc.sql("""
                select s.id, s.root_id, s.agreement, s.external_id, s.name, s.currency, root.name as account_name, s.created_at
                from scope s join scope root on root.id = s.root_id where s.id = :id
                """).param("id", scopeId).query(Candidates::candidate).optional();
    }

    List<Candidate> below(long scopeId, ScopeKind invoiced, AskedPeriod asked, long after, int limit) {
        return jdbc.sql("""
                select s.id, s.root_id, s.agreement, s.external_id, s.name, s.currency, root.name as account_name, s.created_at
                from scope_ancestor a join scope s on s.id = a.scope_id join scope root on root.id = s.root_id
                where a.ancestor_id = :scope and a.scope_id > :after
                and (s.kind = :kind or exists (select 1 from usage_delivery d where d.invoiced_scope_id = s.id
                     and d.state = 'LIVE' and d.period_start >= :from and d.period_start < :to))
                order by a.scope_id fetch first :limit rows only
                """)
                .param("scope", scopeId)
                .param("kind", invoiced.name())
                .param("after", after)
                .param("from", asked.from())
                .param("to", asked.to())
                .param("limit", limit)
                .query(Candidates::candidate)
                .list();
    }

    private static Candidate candidate(ResultSet row, int number) throws SQLException {
        Columns next = new Columns(row);
        return new Candidate(
                next.number(),
                next.number(),
                next.word(AgreementType.class),
                next.text(),
                next.text(),
                next.text(),
                next.text(),
                next.moment());
    }
}
