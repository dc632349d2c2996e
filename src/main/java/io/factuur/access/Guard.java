package io.factuur.access;

import io.factuur.agreement.Operation;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The one place that says yes or no. Every public service method asks it first, for the role and the scope together;
 * the answer is read from the database each time, so that a role taken away counts at once.
 */
@Service
public class Guard {

    private final JdbcClient jdbc;
    private final AuditLog audit;

    Guard(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * Lets the person pass or answers as if the scope were not there, and writes the refusal down.
     *
     * @throws Problem not found, when the person may not do this here or there is no such scope
     */
    public void require(Operation operation, long scopeId, Person person) {
        if (!allows(operation, scopeId, person)) {
            throw refuse(operation.name(), scopeId, String.valueOf(scopeId), person);
        }
    }

    /** Whether the person may do this here, without a trace: for what a page shows. */
    public boolean allows(Operation operation, long scopeId, Person person) {
        AccessFilter filter = AccessFilter.of(operation, person);
        return jdbc.sql("select count(*) from scope s where s.id = :id and " + filter.on("s"))
                        .param("id", scopeId)
                        .params(filter.parameters())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Lets only an operator pass. */
    public void requireOperator(String action, Person person) {
        if (!person.operator()) {
            throw refuse(action, null, action, person);
        }
    }

    /** Writes a refusal down and gives the answer that tells nothing; for what is not even there, too. */
    public Problem refuse(String action, @Nullable Long scopeId, String subject, Person person) {
        audit.recordAlways(AuditEvent.refused(person.username(), action, scopeId, subject));
        return Problem.notFound();
    }
}
