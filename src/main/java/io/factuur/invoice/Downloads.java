package io.factuur.invoice;

import io.factuur.access.Guard;
import io.factuur.agreement.Operation;
import io.factuur.security.Person;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who downloaded an invoice's documents, from the journal: for those who may see who has access. */
@Service
public class Downloads {

    private final Invoices invoices;
    private final JdbcClient jdbc;
    private final Guard guard;

    Downloads(Invoices invoices, JdbcClient jdbc, Guard guard) {
        this.invoices = invoices;
        this.jdbc = jdbc;
        this.guard = guard;
    }

    /** @param detail which document, as the journal wrote it */
    public record Download(String person, Instant at, String detail) {}

    /** The latest first, at most a hundred. */
    @Transactional(readOnly = true)
    public List<Download> of(String number, Person person) {
        InvoiceRow row = invoices.get(number, person).row();
        guard.require(Operation.GRANT_ACCESS, row.scopeId(), person);
        return jdbc.sql("""
                select coalesce(p.display_name, e.actor) as person, e.happened_at as at, e.detail
                from audit_entry e left join person p on p.username = e.actor
                where e.action = 'invoice.download' and e.outcome = 'DONE' and e.subject = :number
                and e.scope_id = :scope order by e.id desc fetch first 100 rows only
                """)
                .param("number", number)
                .param("scope", row.scopeId())
                .query(Download.class)
                .list();
    }
}
