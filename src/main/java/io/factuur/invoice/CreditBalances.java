package io.factuur.invoice;

import io.factuur.access.Guard;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Operation;
import io.factuur.scope.Scope;
import io.factuur.scope.Scopes;
import io.factuur.scope.SearchText;
import io.factuur.security.Person;
import io.factuur.shared.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a scope's prepayments and credits come to, and what happened to them: for whoever may have its balances, and the operator. */
@Service
public class CreditBalances {

    private static final String PLACES = """
            select s.id, s.name, s.external_id, account.name as account, s.currency,
                   (select coalesce(sum(g.remaining), 0) from credit_grant g where g.scope_id = s.id
                    and g.currency = s.currency and (g.valid_to is null or g.valid_to >= :today)) as left_over
            from scope s join scope account on account.id = s.root_id
            where (%s) and (lower(s.name) like :text escape '!' or lower(account.name) like :text escape '!'
                   or s.external_key like :text escape '!')
            and (:all = 1 or exists (select 1 from credit_grant g where g.scope_id = s.id))
            order by lower(account.name), lower(s.name), s.id offset :offset rows fetch next :limit rows only
            """.formatted(Arrays.stream(AgreementType.values())
            .map(type -> "s.agreement = '%s' and s.kind = '%s'"
                    .formatted(type, type.terms().invoicedKind()))
            .collect(Collectors.joining(" or ")));

    private final JdbcClient jdbc;
    private final CreditEntries entries;
    private final Scopes scopes;
    private final Guard guard;
    private final Clock clock;

    CreditBalances(JdbcClient jdbc, CreditEntries entries, Scopes scopes, Guard guard, Clock clock) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.scopes = scopes;
        this.guard = guard;
        this.clock = clock;
    }

    /** The months up to the current one, the latest first; none where nothing was ever given. */
    @Transactional(readOnly = true)
    public List<CreditMonth> months(long scopeId, Person person) {
        require(guard, scopeId, person);
        return read(scopeId, scopes.get(scopeId, person).scope().currency()).reversed();
    }

    /** All that happened, the latest first. */
    @Transactional(readOnly = true)
    public List<CreditEntry> history(long scopeId, Person person) {
        require(guard, scopeId, person);
        Scope scope = scopes.get(scopeId, person).scope();
        return entries.of(scopeId, scope.currency()).reversed();
    }

    /**
     * A scope that gets invoices of its own.
     *
     * @param left of its prepayments and credits, those that have not expired
     */
    public record Place(long id, String name, String externalId, String account, Money left) {}

    /**
     * The scopes to which amounts can be given, for the operator.
     *
     * @param text part of a name or an ID
     * @param given only those to which something was given
     */
    @Transactional(readOnly = true)
    public List<Place> places(String text, boolean given, int offset, int limit, Person person) {
        guard.requireOperator("credit.see", person);
        return jdbc.sql(PLACES)
                .param("text", "%" + SearchText.pattern(text) + "%")
                .param("all", given ? 0 : 1)
                .param("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, no) -> new Place(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("external_id"),
                        row.getString("account"),
                        new Money(Currency.getInstance(row.getString("currency")), row.getBigDecimal("left_over"))))
                .list();
    }

    /** The earliest first. The caller has asked the guard. */
    List<CreditMonth> read(long scopeId, Currency currency) {
        return CreditLedger.months(
                entries.of(scopeId, currency),
                entries.lifetimes(scopeId),
                BigDecimal.ZERO.setScale(Money.minorDigits(currency)),
                YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)),
                entries.closedThrough(scopeId));
    }

    static void require(Guard guard, long scopeId, Person person) {
        if (person.operator()) {
            guard.requireOperator("credit.see", person);
        } else {
            guard.require(Operation.DOWNLOAD_PRICES, scopeId, person);
        }
    }
}
