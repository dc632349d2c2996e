package io.factuur.invoice;

import io.factuur.access.AccessFilter;
import io.factuur.agreement.Operation;
import io.factuur.security.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The IDs of the invoices that a person may see, the latest first. Where few scopes have any, as for most people, each
 * one's latest are read in the order of its index, and a page costs the same however many invoices there are.
 */
@Repository
class NewestInvoices {

    private static final int FEW = 20;

    private final JdbcClient jdbc;
    private final InvoiceReader reader;

    NewestInvoices(JdbcClient jdbc, InvoiceReader reader) {
        this.jdbc = jdbc;
        this.reader = reader;
    }

    List<Long> ids(InvoiceFilter filter, long before, int limit, Person person) {
        AccessFilter mine = AccessFilter.of(Operation.SEE_INVOICES, person);
        Map<String, Object> parameters = new HashMap<>(Visible.parameters(person));
        parameters.put("before", before);
        parameters.put("limit", limit);
        String wanted = wanted(filter, parameters);
        List<Long> scopes = scopes(filter, mine);
        if (scopes.isEmpty()) {
            return List.of();
        }
        String sql = scopes.size() <= FEW
                ? latestOfEach(scopes, wanted, parameters)
                : latest(filter, mine, wanted, parameters);
        return jdbc.sql(sql).params(parameters).query(Long.class).list();
    }

    /** One more than few is as good as all. */
    private List<Long> scopes(InvoiceFilter filter, AccessFilter mine) {
        Map<String, Object> parameters = new HashMap<>(mine.parameters());
        String where = mine.on("s") + below(filter, "s.id", parameters);
        return jdbc.sql("select s.id from scope s where " + where
                        + " and exists (select 1 from invoice i where i.scope_id = s.id) fetch first " + (FEW + 1)
                        + " rows only")
                .params(parameters)
                .query(Long.class)
                .list();
    }

    private static String latestOfEach(List<Long> scopes, String wanted, Map<String, Object> parameters) {
        IntStream.range(0, scopes.size()).forEach(i -> parameters.put("scope" + i, scopes.get(i)));
        String each = IntStream.range(0, scopes.size())
                .mapToObj(i -> "(select i.id from invoice i where i.scope_id = :scope" + i + " and " + wanted
                        + " order by i.scope_id desc, i.id desc fetch first :limit rows only)")
                .collect(Collectors.joining(" union all "));
        return "select id from (" + each + ") latest order by id desc fetch first :limit rows only";
    }

    private static String latest(
            InvoiceFilter filter, AccessFilter mine, String wanted, Map<String, Object> parameters) {
        parameters.putAll(mine.parameters());
        return "select i.id from invoice i join scope s on s.id = i.scope_id where " + wanted + " and " + mine.on("s")
                + below(filter, "i.scope_id", parameters) + " order by i.id desc fetch first :limit rows only";
    }

    private static String below(InvoiceFilter filter, String column, Map<String, Object> parameters) {
        if (filter.scopeId() == null) {
            return "";
        }
        parameters.put("scope", filter.scopeId());
        return " and " + column + " in (select scope_id from scope_ancestor where ancestor_id = :scope)";
    }

    private String wanted(InvoiceFilter filter, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>(List.of("i.id < :before", Visible.OLD));
        if (filter.from() != null) {
            conditions.add("i.period_end > :from");
            parameters.put("from", filter.from());
        }
        if (filter.to() != null) {
            conditions.add("i.period_start < :to");
            parameters.put("to", filter.to());
        }
        if (filter.status() != null) {
            conditions.add(InvoiceReader.STATUS + " = :status");
            parameters.put("status", filter.status().name());
            parameters.put("today", reader.today());
        }
        return String.join(" and ", conditions);
    }
}
