package io.factuur.invoice;

import io.factuur.access.Guard;
import io.factuur.agreement.Operation;
import io.factuur.scope.SearchText;
import io.factuur.security.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invoices at a scope for the grid: filtered, sorted and cut in SQL. */
@Service
public class InvoiceLists {

    private final InvoiceReader reader;
    private final JdbcClient jdbc;
    private final Guard guard;

    InvoiceLists(InvoiceReader reader, JdbcClient jdbc, Guard guard) {
        this.reader = reader;
        this.jdbc = jdbc;
        this.guard = guard;
    }

    @Transactional(readOnly = true)
    public List<InvoiceRow> page(InvoiceQuery query, int offset, int limit, Person person) {
        guard.require(Operation.SEE_INVOICES, query.scopeId(), person);
        Map<String, Object> parameters = new HashMap<>();
        String where = where(query, parameters);
        parameters.put("offset", offset);
        parameters.put("limit", limit);
        String direction = query.descending() ? " desc" : "";
        return reader.rows(
                where + " order by " + query.sort().expression() + direction + ", i.id" + direction
                        + " offset :offset rows fetch next :limit rows only",
                parameters);
    }

    @Transactional(readOnly = true)
    public int count(InvoiceQuery query, Person person) {
        guard.require(Operation.SEE_INVOICES, query.scopeId(), person);
        Map<String, Object> parameters = new HashMap<>();
        String where = where(query, parameters);
        return jdbc.sql("select count(*) from invoice i where " + where)
                .params(parameters)
                .query(Integer.class)
                .single();
    }

    private String where(InvoiceQuery query, Map<String, Object> parameters) {
        StringBuilder where =
                new StringBuilder("i.scope_id in (select scope_id from scope_ancestor where ancestor_id = :scope)");
        parameters.put("scope", query.scopeId());
        if (!query.text().isBlank()) {
            where.append(" and (lower(i.number) like :text escape '!' or lower(i.scope_name) like :text escape '!')");
            parameters.put("text", "%" + SearchText.pattern(query.text()) + "%");
        }
        if (query.status() != null) {
            where.append(" and ").append(InvoiceReader.STATUS).append(" = :status");
            parameters.put("status", query.status().name());
            parameters.put("today", reader.today());
        }
        return where.toString();
    }
}
