package io.factuur.invoice;

import io.factuur.access.Guard;
import io.factuur.security.Person;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is still to be paid, paid out or set off, for whoever runs the portal: where each stands, not what is on it. */
@Service
public class OpenInvoices {

    private final InvoiceReader reader;
    private final JdbcClient jdbc;
    private final Guard guard;

    OpenInvoices(InvoiceReader reader, JdbcClient jdbc, Guard guard) {
        this.reader = reader;
        this.jdbc = jdbc;
        this.guard = guard;
    }

    /** The longest due first. */
    @Transactional(readOnly = true)
    public List<InvoiceRow> page(int offset, int limit, Person person) {
        guard.requireOperator("invoice.look", person);
        return reader.rows(
                "i.state = 'OPEN' order by i.due_date, i.id offset :offset rows fetch next :limit rows only",
                Map.of("offset", offset, "limit", limit));
    }

    @Transactional(readOnly = true)
    public int count(Person person) {
        guard.requireOperator("invoice.look", person);
        return jdbc.sql("select count(*) from invoice where state = 'OPEN'")
                .query(Integer.class)
                .single();
    }
}
