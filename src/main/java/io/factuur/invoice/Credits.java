package io.factuur.invoice;

import io.factuur.access.Guard;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.scope.Scope;
import io.factuur.scope.Scopes;
import io.factuur.security.Person;
import io.factuur.shared.Money;
import io.factuur.shared.Problem;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prepayments and credits of an invoiced scope: the operator gives and adjusts them, the billing run takes them off. */
@Service
public class Credits {

    private static final String SELECT = """
            select id, scope_id, kind, currency, amount, remaining, valid_from, valid_to, note, granted_at, granted_by
            from credit_grant""";

    private final JdbcClient jdbc;
    private final CreditEntries entries;
    private final InvoiceSeries series;
    private final Scopes scopes;
    private final Guard guard;
    private final AuditLog audit;
    private final Clock clock;

    Credits(
            JdbcClient jdbc,
            CreditEntries entries,
            InvoiceSeries series,
            Scopes scopes,
            Guard guard,
            AuditLog audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.series = series;
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
        if (wanted.amount().signum() <= 0 || isTooFine(wanted.amount(), scope)) {
            throw Problem.invalid(
                    "problem.credit.amount",
                    wanted.amount().toPlainString(),
                    scope.currency(),
                    Money.minorDigits(scope.currency()));
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
                .param("note", note(wanted.note()))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", person.username())
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKeyAs(Long.class));
        entries.write(
                id,
                CreditEntry.Kind.GIVEN,
                wanted.amount(),
                YearMonth.from(wanted.validFrom()),
                null,
                note(wanted.note()),
                person.username());
        audit.record(AuditEvent.done(person.username(), "credit.give", scopeId, "credit " + id)
                .with("kind", wanted.kind())
                .with("amount", wanted.amount().toPlainString() + " " + scope.currency()));
        return find(scope, id, person);
    }

    /**
     * Puts a credit right: more of it, or less, in the month that runs. What invoices have taken stays taken.
     *
     * @param amount in the scope's currency, negative to take away
     * @param reason shown to whoever may see the credit
     * @throws Problem when more is taken away than is left, or no reason is given
     */
    @Transactional
    public Credit adjust(long scopeId, long creditId, BigDecimal amount, String reason, Person person) {
        guard.requireOperator("credit.adjust", person);
        Scope scope = scopes.get(scopeId, person).scope();
        series.lock();
        Credit credit = find(scope, creditId, person);
        if (reason.isBlank()) {
            throw Problem.invalid("problem.field-missing", "reason");
        }
        if (amount.signum() == 0
                || isTooFine(amount, scope)
                || credit.remaining().add(amount).signum() < 0) {
            throw Problem.invalid(
                    "problem.credit.adjust",
                    amount.toPlainString(),
                    scope.currency(),
                    credit.remaining().toPlainString());
        }
        YearMonth month = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        entries.write(
                creditId, CreditEntry.Kind.ADJUSTED, amount, month, null, note(reason.strip()), person.username());
        audit.record(AuditEvent.done(person.username(), "credit.adjust", scopeId, "credit " + creditId)
                .with("amount", amount.toPlainString() + " " + scope.currency())
                .with("reason", note(reason)));
        return find(scope, creditId, person);
    }

    private Credit find(Scope scope, long id, Person person) {
        return jdbc.sql(SELECT + " where id = :id and scope_id = :scope")
                .param("id", id)
                .param("scope", scope.id())
                .query(Credit.class)
                .optional()
                .orElseThrow(() -> guard.refuse("credit.look", scope.id(), "credit " + id, person))
                .in(scope.currency());
    }

    private static boolean isTooFine(BigDecimal amount, Scope scope) {
        return amount.stripTrailingZeros().scale() > Money.minorDigits(scope.currency()) || amount.precision() > 30;
    }

    private static String note(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300);
    }

    /** All of a scope, the latest first; for whoever may have its balances, and the operator. */
    @Transactional(readOnly = true)
    public List<Credit> of(long scopeId, Person person) {
        CreditBalances.require(guard, scopeId, person);
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
