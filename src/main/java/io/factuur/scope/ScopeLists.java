package io.factuur.scope;

import io.factuur.access.AccessFilter;
import io.factuur.access.Guard;
import io.factuur.agreement.Offer;
import io.factuur.agreement.Operation;
import io.factuur.agreement.Role;
import io.factuur.security.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of scopes for pages: filtered, sorted and cut in SQL, and only of what the person may see. */
@Service
public class ScopeLists {

    private static final String FROM = """
             from scope s join scope account on account.id = s.root_id
            left join scope_properties sold on sold.scope_id = s.id left join scope up on up.id = s.parent_id
            """;

    private final JdbcClient jdbc;
    private final Guard guard;
    private final MyRoles myRoles;

    ScopeLists(JdbcClient jdbc, Guard guard, MyRoles myRoles) {
        this.jdbc = jdbc;
        this.myRoles = myRoles;
        this.guard = guard;
    }

    /** @throws io.factuur.shared.Problem when the list is of what stands below a scope that the person may not see */
    @Transactional(readOnly = true)
    public List<ListedScope> page(ScopeQuery query, int offset, int limit, Person person) {
        Condition where = where(query, person);
        List<ListedScope> rows = jdbc.sql(
                        "select " + ScopeTree.COLUMNS + ", account.name as account_name, sold.offer, sold.status" + FROM
                                + where.sql() + order(query) + " offset :offset rows fetch next :limit rows only")
                .params(where.parameters())
                .param("offset", offset)
                .param("limit", limit)
                .query(ScopeLists::row)
                .list();
        return completed(rows, person);
    }

    @Transactional(readOnly = true)
    public int count(ScopeQuery query, Person person) {
        Condition where = where(query, person);
        return jdbc.sql("select count(*)" + FROM + where.sql())
                .params(where.parameters())
                .query(Integer.class)
                .single();
    }

    /** Whether there is anything to switch between. */
    @Transactional(readOnly = true)
    public boolean several(Person person) {
        return page(ScopeQuery.top(), 0, 2, person).size() > 1;
    }

    private Condition where(ScopeQuery query, Person person) {
        Condition where = new Condition();
        AccessFilter mine = AccessFilter.of(Operation.SEE_SCOPE, person);
        where.and(mine.on("s"));
        if (!person.operator()) {
            mine.parameters().forEach(where::with);
        }
        if (query.topOnly()) {
            where.and("(up.id is null or not (" + mine.on("up") + "))");
        }
        if (query.below() != null) {
            guard.require(Operation.SEE_SCOPE, query.below(), person);
            where.and(
                    query.direct()
                            ? "s.parent_id = :below"
                            : "s.id in (select scope_id from scope_ancestor where ancestor_id = :below and distance > 0)");
            where.with("below", query.below());
        }
        if (query.kind() != null) {
            where.and("s.kind = :kind").with("kind", query.kind().name());
        }
        if (query.agreement() != null) {
            where.and("s.agreement = :agreement")
                    .with("agreement", query.agreement().name());
        }
        if (!query.text().isBlank()) {
            where.and("(lower(s.name) like :text escape '!' or s.external_key like :text escape '!')")
                    .with("text", "%" + SearchText.pattern(query.text()) + "%");
        }
        return where;
    }

    private static String order(ScopeQuery query) {
        return " order by " + query.sort().expression() + (query.descending() ? " desc" : "") + ", s.id";
    }

    /** With what is looked up for the rows of a page alone: PostgreSQL would do it for all that it passes over. */
    private List<ListedScope> completed(List<ListedScope> rows, Person person) {
        if (rows.isEmpty()) {
            return rows;
        }
        List<Long> ids = rows.stream().map(row -> row.scope().id()).toList();
        Map<Long, List<Role>> roles = myRoles.at(ids, person);
        Set<Long> parents =
                new HashSet<>(jdbc.sql("""
                select s.id from scope s where s.id in (:ids)
                and exists (select 1 from scope child where child.parent_id = s.id)
                """).param("ids", ids).query(Long.class).list());
        return rows.stream()
                .map(row -> new ListedScope(
                        row.scope(),
                        row.accountName(),
                        row.offer(),
                        row.status(),
                        parents.contains(row.scope().id()),
                        roles.getOrDefault(row.scope().id(), List.of())))
                .toList();
    }

    private static ListedScope row(ResultSet row, int number) throws SQLException {
        String offer = row.getString("offer");
        String status = row.getString("status");
        return new ListedScope(
                ScopeTree.scope(row, number),
                row.getString("account_name"),
                offer == null ? Offer.PAY_AS_YOU_GO : Offer.valueOf(offer),
                status == null ? ScopeStatus.ACTIVE : ScopeStatus.valueOf(status),
                false,
                List.of());
    }

    private static final class Condition {

        private final List<String> parts = new ArrayList<>();
        private final Map<String, Object> parameters = new HashMap<>();

        Condition and(String part) {
            parts.add(part);
            return this;
        }

        Condition with(String name, Object value) {
            parameters.put(name, value);
            return this;
        }

        String sql() {
            return " where " + String.join(" and ", parts);
        }

        Map<String, Object> parameters() {
            return parameters;
        }
    }
}
