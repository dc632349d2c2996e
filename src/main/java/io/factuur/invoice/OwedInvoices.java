package io.factuur.invoice;

import io.factuur.access.AccessFilter;
import io.factuur.access.Reach;
import io.factuur.agreement.Operation;
import io.factuur.security.Person;
import io.factuur.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is still to be paid, of all invoices that a person may see. */
@Service
public class OwedInvoices {

    private static final int OWN = 500;
    private static final int CURRENCIES = 9;

    private static final String EACH = "i.scope_id, i.scope_name, ";
    private static final String NOBODY = "0 as scope_id, '' as scope_name, ";
    private static final String BY_SCOPE =
            " group by i.scope_id, i.scope_name, i.currency order by first_due, i.scope_id, i.currency";
    private static final String BY_CURRENCY = " group by i.currency order by i.currency";

    private static final String SUMS = """
        i.currency, count(*) as invoices, sum(i.amount_due) as due, min(i.due_date) as first_due,
        sum(case when i.due_date < :today then 1 else 0 end) as late_invoices,
        sum(case when i.due_date < :today then i.amount_due else 0 end) as late
        """;

    private final JdbcClient jdbc;
    private final InvoiceReader reader;
    private final Reach reach;

    OwedInvoices(JdbcClient jdbc, InvoiceReader reader, Reach reach) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.reach = reach;
    }

    /**
     * The invoices of a scope, or of all of them, that are not paid, in one currency.
     *
     * @param firstDue when the first of them is or was due
     * @param overdue what of it should have been paid by now
     */
    public record Owed(
            long scopeId,
            String scopeName,
            Money due,
            int invoices,
            LocalDate firstDue,
            Money overdue,
            int overdueInvoices) {}

    /** By scope and currency, what is due first before the rest. */
    @Transactional(readOnly = true)
    public List<Owed> byScope(int most, Person person) {
        return read(EACH, BY_SCOPE, null, most, person);
    }

    /** The same, of a scope and those below it. */
    @Transactional(readOnly = true)
    public List<Owed> byScopeAt(long scopeId, int most, Person person) {
        return read(EACH, BY_SCOPE, scopeId, most, person);
    }

    /** All together, by currency; as the scope stands nobody. */
    @Transactional(readOnly = true)
    public List<Owed> together(Person person) {
        return read(NOBODY, BY_CURRENCY, null, CURRENCIES, person);
    }

    /** The same, of a scope and those below it. */
    @Transactional(readOnly = true)
    public List<Owed> togetherAt(long scopeId, Person person) {
        return read(NOBODY, BY_CURRENCY, scopeId, CURRENCIES, person);
    }

    private List<Owed> read(String what, String how, @Nullable Long within, int most, Person person) {
        AccessFilter mine = AccessFilter.of(Operation.SEE_INVOICES, person);
        Map<String, Object> parameters = new HashMap<>(mine.parameters());
        parameters.putAll(Visible.parameters(person));
        parameters.put("today", reader.today());
        parameters.put("most", most);
        Optional<Set<Long>> own = reach.within(OWN, person);
        if (own.isPresent() && own.get().isEmpty()) {
            return List.of();
        }
        own.ifPresent(ids -> parameters.put("own", ids));
        String near = own.isPresent() ? "i.scope_id in (:own) and " + mine.onEach("s") : mine.on("s");
        if (within != null) {
            parameters.put("within", within);
            near += " and s.id in (select below.scope_id from scope_ancestor below where below.ancestor_id = :within)";
        }
        return jdbc.sql("select " + what + SUMS + " from invoice i join scope s on s.id = i.scope_id"
                        + " where i.state = 'OPEN' and i.amount_due > 0 and " + near + " and " + Visible.OLD + how
                        + " fetch first :most rows only")
                .params(parameters)
                .query(OwedInvoices::owed)
                .list();
    }

    private static Owed owed(ResultSet row, int number) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new Owed(
                row.getLong("scope_id"),
                row.getString("scope_name"),
                new Money(currency, row.getBigDecimal("due")),
                row.getInt("invoices"),
                row.getObject("first_due", LocalDate.class),
                new Money(currency, row.getBigDecimal("late")),
                row.getInt("late_invoices"));
    }
}
