package io.factuur.invoice;

import io.factuur.access.Guard;
import io.factuur.agreement.Operation;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.scope.Scope;
import io.factuur.scope.Scopes;
import io.factuur.security.Person;
import io.factuur.shared.Money;
import io.factuur.shared.Problem;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prepayments and credits of an invoiced scope: the operator gives them, the billing run takes them off. */
@Service
public class Credits {

    private static final String SELECT = """
            select id, scope_id, kind, currency, amount, remaining, valid_from, valid_to, note, granted_at, granted_by
            from credit_grant""";

    private final JdbcClient jdbc;
    private final Scopes scopes;
    private final Guard guard;
    private final AuditLog audit;
    private final Clock clock;

    Credits(JdbcClient jdbc, Scopes scopes, Guard guard, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.scopes = scopes;
        this.guard = guard;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Gives a scope an amount in its own currency.
     *
     * @throws Problem when the scope gets no invoices of its own, or the amount is not positive or too fine
     */
    @Transactional
    public Credit give(long scopeId, NewCredit wanted, Person person) {
        guard.requireOperator("credit.give", person);
        Scope scope = scopes.get(scopeId, person).scope();
        if (scope.kind() != scope.agreement().terms().invoicedKind()) {
            throw Problem.invalid(
                    "problem.billing-run.scope",
                    scope.kind(),
                    scope.agreement(),
                    scope.agreement().terms().invoicedKind());
        }
        int digits = Money.minorDigits(scope.currency());
        if (wanted.amount().signum() <= 0
                || wanted.amount().stripTrailingZeros().scale() > digits
                || wanted.amount().precision() > 30) {
            throw Problem.invalid("problem.credit.amount", wanted.amount().toPlainString(), scope.currency(), digits);
        }
        if (wanted.validTo() != null && wanted.validTo().isBefore(wanted.validFrom())) {
            throw Problem.invalid("problem.credit.dates");
        }
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into credit_grant (scope_id, kind, currency, amount, remaining, valid_from, valid_to, note,
                    granted_at, granted_by)
                values (:scope, :kind, :currency, :amount, :amount, :from, :to, :note, :at, :by)
                """)
                .param("scope", scopeId)
                .param("kind", wanted.kind().name())
                .param("currency", scope.currency().getCurrencyCode())
                .param("amount", wanted.amount())
                .param("from", wanted.validFrom())
                .param("to", wanted.validTo())
                .param(
                        "note",
                        wanted.note().length() <= 300
                                ? wanted.note()
                                : wanted.note().substring(0, 300))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", person.username())
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKeyAs(Long.class));
        audit.record(AuditEvent.done(person.username(), "credit.give", scopeId, "credit " + id)
                .with("kind", wanted.kind())
                .with("amount", wanted.amount().toPlainString() + " " + scope.currency()));
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(Credit.class)
                .single()
                .in(scope.currency());
    }

    /** All of a scope, the latest first; for those who may see its invoices. */
    @Transactional(readOnly = true)
    public List<Credit> of(long scopeId, Person person) {
        if (!person.operator()) {
            guard.require(Operation.SEE_INVOICES, scopeId, person);
        }
        Scope scope = scopes.get(scopeId, person).scope();
        return jdbc
                .sql(SELECT + " where scope_id = :scope order by id desc fetch first 500 rows only")
                .param("scope", scopeId)
                .query(Credit.class)
                .list()
                .stream()
                .map(credit -> credit.in(scope.currency()))
                .toList();
    }
}
