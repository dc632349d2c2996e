package io.factuur.invoice;

import io.factuur.access.AccessFilter;
import io.factuur.access.Ground;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Operation;
import io.factuur.invoice.InvoiceReach.Below;
import io.factuur.security.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The invoices that a person may see, the latest first. Where few scopes have any, as for most people, each one's latest
 * are read in the order of its index, and a page costs the same however many invoices there are.
 */
@Repository
class NewestInvoices {

    private static final int FEW = 20;

    private final JdbcClient jdbc;
    private final InvoiceReader reader;
    private final IssuedRows issued;

    NewestInvoices(JdbcClient jdbc, InvoiceReader reader, IssuedRows issued) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.issued = issued;
    }

    /** @param ground where the guard let the person pass, if the filter names a scope */
    List<InvoiceRow> rows(InvoiceFilter filter, @Nullable Ground ground, long before, int limit, Person person) {
        AccessFilter mine = AccessFilter.of(Operation.SEE_INVOICES, person);
        Map<String, Object> parameters = new HashMap<>(Visible.parameters(person));
        parameters.put("before", before);
        parameters.put("limit", limit);
        List<Place> places = places(filter, ground, mine);
        if (places.isEmpty()) {
            return List.of();
        }
        String wanted = wanted(filter, places, parameters);
        if (places.size() == 1) {
            return issued.rows(latestOf(0, places, wanted, parameters), parameters);
        }
        String sql = places.size() <= FEW
                ? latestOfEach(places, wanted, parameters)
                : latest(filter, mine, wanted, parameters);
        List<Long> ids = jdbc.sql(sql).params(parameters).query(Long.class).list();
        return ids.isEmpty() ? List.of() : issued.rows("i.id in (:ids) order by i.id desc", Map.of("ids", ids));
    }

    /** A scope with invoices, and whether more than its owners may see them all. */
    private record Place(long scopeId, boolean shared) {}

    /** One more than few is as good as all. */
    private List<Place> places(InvoiceFilter filter, @Nullable Ground ground, AccessFilter mine) {
        if (ground != null) {
            Below below = InvoiceReach.of(ground);
            if (below.isItself()) {
                return List.of(new Place(ground.scopeId(), below.shared()));
            }
        }
        Map<String, Object> parameters = new HashMap<>(mine.parameters());
        String where = mine.on("s") + below(filter, "s.id", parameters);
        return jdbc.sql("select s.id, s.agreement from scope s where " + where
                        + " and exists (select 1 from invoice i where i.scope_id = s.id) fetch first " + (FEW + 1)
                        + " rows only")
                .params(parameters)
                .query((row, no) ->
                        new Place(row.getLong(1), InvoiceReach.sharesAll(AgreementType.valueOf(row.getString(2)))))
                .list();
    }

    private static String latestOfEach(List<Place> places, String wanted, Map<String, Object> parameters) {
        String each = IntStream.range(0, places.size())
                .mapToObj(no -> "(select i.id from invoice i where " + latestOf(no, places, wanted, parameters) + ")")
                .collect(Collectors.joining(" union all "));
        return "select id from (" + each + ") latest order by id desc fetch first :limit rows only";
    }

    private static String latestOf(int no, List<Place> places, String wanted, Map<String, Object> parameters) {
        parameters.put("scope" + no, places.get(no).scopeId());
        return "i.scope_id = :scope" + no + " and " + wanted
                + " order by i.scope_id desc, i.id desc fetch first :limit rows only";
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

    private String wanted(InvoiceFilter filter, List<Place> places, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>(List.of("i.id < :before"));
        if (places.size() > FEW || !places.stream().allMatch(Place::shared)) {
            conditions.add(Visible.OLD);
        }
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
