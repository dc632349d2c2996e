package io.factuur.invoice;

import io.factuur.access.AccessFilter;
import io.factuur.access.Guard;
import io.factuur.agreement.Operation;
import io.factuur.invoice.InvoiceQuery.Filter;
import io.factuur.invoice.InvoiceReach.Below;
import io.factuur.scope.SearchText;
import io.factuur.security.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        Below below = InvoiceReach.of(guard.require(Operation.SEE_INVOICES, query.scopeId(), person));
        Map<String, Object> parameters = new HashMap<>();
        String where = where(query, below, parameters, person);
        parameters.put("today", reader.today());
        parameters.put("offset", offset);
        parameters.put("limit", limit);
        // First the IDs alone: sorting a million whole rows takes many times as long.
        List<Long> ids = jdbc.sql("select i.id from invoice i where " + where + order(query, below)
                        + " offset :offset rows fetch next :limit rows only")
                .params(parameters)
                .query(Long.class)
                .list();
        return ids.isEmpty() ? List.of() : inOrder(ids);
    }

    private List<InvoiceRow> inOrder(List<Long> ids) {
        Map<Long, InvoiceRow> rows = reader.rows("i.id in (:ids)", Map.of("ids", ids)).stream()
                .collect(Collectors.toMap(InvoiceRow::id, Function.identity()));
        return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    private static String order(InvoiceQuery query, Below below) {
        String direction = query.descending() ? " desc" : "";
        return Stream.of(below.order(), query.sort().expression(), "i.id")
                .filter(column -> !column.isEmpty())
                .map(column -> column + direction)
                .collect(Collectors.joining(", ", " order by ", ""));
    }

    @Transactional(readOnly = true)
    public int count(InvoiceQuery query, Person person) {
        Below below = InvoiceReach.of(guard.require(Operation.SEE_INVOICES, query.scopeId(), person));
        Map<String, Object> parameters = new HashMap<>();
        String where = where(query, below, parameters, person);
        return jdbc.sql("select count(*) from invoice i where " + where)
                .params(parameters)
                .query(Integer.class)
                .single();
    }

    /**
     * Those of a list whose documents the person may download, in order of issue, after a certain one: for files made of
     * many.
     */
    @Transactional(readOnly = true)
    public List<InvoiceRow> downloadable(InvoiceQuery query, long after, int limit, Person person) {
        Below below = InvoiceReach.of(guard.require(Operation.SEE_INVOICES, query.scopeId(), person));
        AccessFilter may = AccessFilter.of(Operation.DOWNLOAD_INVOICE, person);
        Map<String, Object> parameters = new HashMap<>(may.parameters());
        String where = where(query, below, parameters, person);
        parameters.put("after", after);
        parameters.put("limit", limit);
        return reader.rowsWithScope(
                where + " and i.id > :after and " + may.on("s") + " order by i.id fetch first :limit rows only",
                parameters);
    }

    /** The invoice of the latest period that stands: no credit note, not void, not replaced. */
    @Transactional(readOnly = true)
    public Optional<InvoiceRow> last(long scopeId, Person person) {
        guard.require(Operation.SEE_INVOICES, scopeId, person);
        Map<String, Object> parameters = new HashMap<>(Visible.parameters(person));
        parameters.put("scope", scopeId);
        return reader
                .rows("""
                i.scope_id = :scope and i.document_type = 'INVOICE' and i.state <> 'VOID' and i.replaced_by_id is null
                and\s""" + Visible.OLD + " order by i.period_start desc, i.id desc fetch first 1 row only", parameters)
                .stream()
                .findFirst();
    }

    /** The invoice before this one: of the same scope, currency and type, for the period that ended where this starts. */
    @Transactional(readOnly = true)
    public Optional<InvoiceRow> before(InvoiceRow row, Person person) {
        guard.require(Operation.SEE_INVOICES, row.scopeId(), person);
        Map<String, Object> parameters = new HashMap<>(Visible.parameters(person));
        parameters.putAll(Map.of(
                "scope", row.scopeId(),
                "end", row.period().start(),
                "currency", row.figures().currency().getCurrencyCode(),
                "type", row.type().name()));
        return reader.rows("""
                i.scope_id = :scope and i.period_end = :end and i.currency = :currency and i.invoice_type = :type
                and i.document_type = 'INVOICE' and i.state <> 'VOID' and i.replaced_by_id is null and\s""" + Visible.OLD + " order by i.id desc fetch first 1 row only", parameters).stream()
                .findFirst();
    }

    private String where(InvoiceQuery query, Below below, Map<String, Object> parameters, Person person) {
        Filter filter = query.filter();
        StringBuilder where = new StringBuilder(below.visible());
        parameters.put("scope", query.scopeId());
        parameters.putAll(Visible.parameters(person));
        if (!filter.text().isBlank()) {
            where.append(" and (lower(i.number) like :text escape '!' or lower(i.scope_name) like :text escape '!')");
            parameters.put("text", "%" + SearchText.pattern(filter.text()) + "%");
        }
        if (filter.status() != null) {
            where.append(" and ").append(InvoiceReader.STATUS).append(" = :status");
            parameters.put("status", filter.status().name());
            parameters.put("today", reader.today());
        }
        add(where, parameters, "i.period_start >= :from", "from", filter.firstStart());
        add(where, parameters, "i.period_start < :to", "to", filter.endOfStarts());
        add(where, parameters, "i.total >= :least", "least", filter.least());
        add(where, parameters, "i.total <= :most", "most", filter.most());
        return where.toString();
    }

    private static void add(
            StringBuilder where,
            Map<String, Object> parameters,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.put(name, value);
        }
    }
}
