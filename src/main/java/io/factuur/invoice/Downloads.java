package io.factuur.invoice;

import io.factuur.access.Guard;
import io.factuur.agreement.Operation;
import io.factuur.security.Person;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Who downloaded an invoice's documents, from the journal: for those who may see who has access. */
@Service
public class Downloads {

    private final Invoices invoices;
    private final JdbcClient jdbc;
    private final Guard guard;
    private final JsonMapper json;

    Downloads(Invoices invoices, JdbcClient jdbc, Guard guard, JsonMapper json) {
        this.invoices = invoices;
        this.jdbc = jdbc;
        this.guard = guard;
        this.json = json;
    }

    /** @param kind which document: {@code invoice.pdf}, {@code tax.pdf}, {@code zip} */
    public record Download(String person, Instant at, String kind) {}

    /** The latest first, at most a hundred. */
    @Transactional(readOnly = true)
    public List<Download> of(String number, Person person) {
        InvoiceRow asked = invoices.row(number, person);
        guard.require(Operation.GRANT_ACCESS, asked.scopeId(), person);
        return jdbc.sql("""
                select coalesce(p.display_name, e.actor) as person, e.happened_at as "at", e.detail
                from audit_entry e left join person p on p.username = e.actor
                where e.action in ('invoice.download', 'invoice.pack') and e.outcome = 'DONE' and e.subject = :number
                and e.scope_id = :scope order by e.id desc fetch first 100 rows only
                """)
                .param("number", number)
                .param("scope", asked.scopeId())
                .query((row, no) -> new Download(
                        row.getString("person"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        json.readTree(row.getString("detail")).path("kind").asString("")))
                .list();
    }
}
