package io.factuur.invoice;

import io.factuur.agreement.Offer;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.usage.Charge;
import io.factuur.usage.Charges;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks up what decides why an invoice is not there. */
@Repository
class AvailabilityFacts {

    private final JdbcClient jdbc;
    private final Charges charges;
    private final DraftingAccounts accounts;

    AvailabilityFacts(JdbcClient jdbc, Charges charges, DraftingAccounts accounts) {
        this.jdbc = jdbc;
        this.charges = charges;
        this.accounts = accounts;
    }

    record Above(long id, ScopeKind kind, String name) {}

    /** Where the invoice that covers a scope is made, if that is above it. */
    Optional<Above> invoicedAbove(Scope scope) {
        return jdbc.sql("""
                select s.id, s.kind, s.name from scope_ancestor a join scope s on s.id = a.ancestor_id
                where a.scope_id = :scope and a.distance > 0 and s.kind = :kind
                """)
                .param("scope", scope.id())
                .param("kind", scope.agreement().terms().invoicedKind().name())
                .query(Above.class)
                .optional();
    }

    boolean closed(long scopeId, BillingPeriod period) {
        return jdbc.sql("select count(*) from closed_period where scope_id = :scope and period_start = :start")
                        .param("scope", scopeId)
                        .param("start", period.start())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether there is usage of a period, whatever the day of the sign-up. */
    boolean used(long scopeId, BillingPeriod period) {
        return jdbc.sql("""
                        select count(*) from usage_delivery
                        where invoiced_scope_id = :scope and period_start = :start and state = 'LIVE'
                        """)
                        .param("scope", scopeId)
                        .param("start", period.start())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether a person holds one of the agreement's owner roles here or above: age hides nothing from them. */
    boolean owns(Scope scope, Person person) {
        return jdbc.sql("""
                        select count(*) from scope_ancestor a join assignment own on own.scope_id = a.ancestor_id
                        where a.scope_id = :scope and own.person_id = :person and own.ended_at is null
                        and own.role in (:roles)
                        """)
                        .param("scope", scope.id())
                        .param("person", person.id())
                        .param(
                                "roles",
                                scope.agreement().terms().owners().stream()
                                        .map(Enum::name)
                                        .toList())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether there were charges, all of them within a free trial or a monthly credit. */
    boolean creditCovers(Scope scope, BillingPeriod period, Person person) {
        Drafting.Account account = accounts.of(scope.id());
        if (account.offer() != Offer.FREE_TRIAL && account.offer() != Offer.MONTHLY_CREDIT) {
            return false;
        }
        String currency = scope.currency().getCurrencyCode();
        List<Charge> used = charges.of(scope.id(), period.start(), person).stream()
                .filter(charge -> charge.currency().equals(currency))
                .toList();
        BigDecimal open = InvoiceDraft.charges(Currency.getInstance(currency), used);
        return open.signum() > 0 && Drafting.offered(account, open).compareTo(open) == 0;
    }

    /** Whether anything cost something, were it paid beforehand. */
    boolean charged(Scope scope, BillingPeriod period, Person person) {
        return charges.of(scope.id(), period.start(), person).stream()
                .anyMatch(charge -> charge.cost().signum() != 0);
    }

    /** A support plan under the same account: its charges are on its own invoice. */
    Optional<String> supportPlanBeside(Scope scope) {
        return jdbc.sql("""
                select s.name from scope s join scope_properties p on p.scope_id = s.id
                where s.parent_id = :parent and s.id <> :scope and p.offer = 'SUPPORT_PLAN'
                order by s.id fetch first 1 row only
                """)
                .param("parent", scope.parentId())
                .param("scope", scope.id())
                .query(String.class)
                .optional();
    }
}
