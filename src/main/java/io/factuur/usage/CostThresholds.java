package io.factuur.usage;

import io.factuur.access.Guard;
import io.factuur.agreement.Operation;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.scope.Scope;
import io.factuur.scope.Scopes;
import io.factuur.security.Person;
import io.factuur.shared.Money;
import io.factuur.shared.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Amounts at which people want to be told. Each person has their own; the mail goes out once a month and amount. */
@Service
public class CostThresholds {

    private static final int MOST = 10;
    private static final BigDecimal LARGEST = new BigDecimal("1e15");

    private final JdbcClient jdbc;
    private final Guard guard;
    private final Scopes scopes;
    private final Costs costs;
    private final AuditLog audit;
    private final Clock clock;

    CostThresholds(JdbcClient jdbc, Guard guard, Scopes scopes, Costs costs, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.guard = guard;
        this.scopes = scopes;
        this.costs = costs;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those of a person at a scope, the lowest first. */
    @Transactional(readOnly = true)
    public List<CostThreshold> mine(long scopeId, Person person) {
        guard.require(Operation.SEE_COSTS, scopeId, person);
        YearMonth month = YearMonth.now(clock);
        List<Money> now =
                costs.between(scopeId, month.atDay(1), month.plusMonths(1).atDay(1), person);
        return jdbc.sql("""
                select id, currency, amount from cost_threshold
                where scope_id = :scope and person_id = :person order by amount, id
                """)
                .param("scope", scopeId)
                .param("person", person.id())
                .query((row, number) ->
                        threshold(row.getLong("id"), row.getString("currency"), row.getBigDecimal("amount"), now))
                .list();
    }

    /** @throws Problem when the amount is not above zero or has more decimals than money has, or there are too many */
    @Transactional
    public CostThreshold add(long scopeId, BigDecimal amount, Person person) {
        guard.require(Operation.SEE_COSTS, scopeId, person);
        Scope scope = scopes.get(scopeId, person).scope();
        if (amount.signum() <= 0
                || amount.compareTo(LARGEST) >= 0
                || amount.stripTrailingZeros().scale() > scope.currency().getDefaultFractionDigits()) {
            throw Problem.invalid("problem.threshold.amount");
        }
        if (mine(scopeId, person).size() >= MOST) {
            throw Problem.invalid("problem.threshold.many", MOST);
        }
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into cost_threshold (scope_id, person_id, currency, amount, created_at)
                values (:scope, :person, :currency, :amount, :now)
                """)
                .param("scope", scopeId)
                .param("person", person.id())
                .param("currency", scope.currency().getCurrencyCode())
                .param("amount", amount)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update(key, "id");
        audit.record(AuditEvent.done(person.username(), "threshold.add", scopeId, amount.toPlainString()));
        long id = Objects.requireNonNull(key.getKeyAs(Long.class));
        return mine(scopeId, person).stream()
                .filter(threshold -> threshold.id() == id)
                .findFirst()
                .orElseThrow();
    }

    /** Takes away one of the person's own; those of others are not there. */
    @Transactional
    public void remove(long scopeId, long id, Person person) {
        guard.require(Operation.SEE_COSTS, scopeId, person);
        int gone = jdbc.sql("delete from cost_threshold where id = :id and scope_id = :scope and person_id = :person")
                .param("id", id)
                .param("scope", scopeId)
                .param("person", person.id())
                .update();
        if (gone == 0) {
            throw guard.refuse("threshold.remove", scopeId, String.valueOf(id), person);
        }
        audit.record(AuditEvent.done(person.username(), "threshold.remove", scopeId, String.valueOf(id)));
    }

    private static CostThreshold threshold(long id, String code, BigDecimal amount, List<Money> now) {
        Currency currency = Currency.getInstance(code);
        boolean passed = now.stream()
                .anyMatch(
                        cost -> cost.currency().equals(currency) && cost.value().compareTo(amount) >= 0);
        return new CostThreshold(
                id,
                new Money(currency, amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP)),
                passed);
    }
}
