package io.factuur.invoice;

import io.factuur.shared.Columns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rows of lists that programs ask for by the thousand. An issued invoice never changes but for its status and what is
 * still due: those two are read each time, the rest is kept. Whose rows they are is asked each time, too.
 */
@Component
class IssuedRows {

    /** Of about a kilobyte each. */
    private static final int MOST = 10_000;

    private final JdbcClient jdbc;
    private final InvoiceReader reader;
    private final Map<Long, InvoiceRow> kept = new ConcurrentHashMap<>();

    IssuedRows(JdbcClient jdbc, InvoiceReader reader) {
        this.jdbc = jdbc;
        this.reader = reader;
    }

    private record Now(long id, InvoiceStatus status, BigDecimal amountDue) {

        static Now of(ResultSet row) throws SQLException {
            Columns next = new Columns(row);
            return new Now(next.number(), next.word(InvoiceStatus.class), next.decimal());
        }
    }

    /** @param where a condition on {@code i}, the invoice, and the order */
    List<InvoiceRow> rows(String where, Map<String, ?> parameters) {
        List<Now> asked = jdbc.sql("select i.id, " + InvoiceReader.STATUS
                        + " as status, i.amount_due from invoice i where " + where)
                .param("today", reader.today())
                .params(parameters)
                .query((row, no) -> Now.of(row))
                .list();
        Map<Long, InvoiceRow> known = known(asked);
        return asked.stream()
                .filter(now -> known.containsKey(now.id()))
                .map(now -> asOf(now, Objects.requireNonNull(known.get(now.id()))))
                .toList();
    }

    private InvoiceRow asOf(Now now, InvoiceRow before) {
        InvoiceRow row = before.asOf(now.status(), now.amountDue());
        if (!before.equals(row)) {
            kept.replace(now.id(), before, row);
        }
        return row;
    }

    private Map<Long, InvoiceRow> known(List<Now> asked) {
        Map<Long, InvoiceRow> known = new HashMap<>();
        List<Long> missing = new ArrayList<>();
        for (Now now : asked) {
            InvoiceRow row = kept.get(now.id());
            if (row == null) {
                missing.add(now.id());
            } else {
                known.put(now.id(), row);
            }
        }
        if (!missing.isEmpty()) {
            reader.rows("i.id in (:ids)", Map.of("ids", missing)).forEach(row -> known.put(row.id(), row));
            keep(missing, known);
        }
        return known;
    }

    /** Nothing read inside a transaction: should it have issued them itself, they may yet never have been. */
    private void keep(List<Long> ids, Map<Long, InvoiceRow> known) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return;
        }
        if (kept.size() + ids.size() > MOST) {
            kept.clear();
        }
        for (Long id : ids) {
            InvoiceRow row = known.get(id);
            if (row != null) {
                kept.put(id, row);
            }
        }
    }
}
