package io.factuur.invoice;

import io.factuur.access.AccessFilter;
import io.factuur.access.Decision;
import io.factuur.access.Guard;
import io.factuur.agreement.Agreement;
import io.factuur.agreement.Operation;
import io.factuur.invoice.Availability.Code;
import io.factuur.invoice.Availability.Why;
import io.factuur.scope.Scope;
import io.factuur.scope.Scopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Labelled;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers "why is it not there?" for a person, a scope and a period. */
@Service
public class Availabilities {

    private final Scopes scopes;
    private final InvoiceReader reader;
    private final AvailabilityFacts facts;
    private final Guard guard;

    Availabilities(Scopes scopes, InvoiceReader reader, AvailabilityFacts facts, Guard guard) {
        this.scopes = scopes;
        this.reader = reader;
        this.facts = facts;
        this.guard = guard;
    }

    /**
     * For whoever may know the scope.
     *
     * @param period {@code yyyy-MM} or {@code yyyy-MM-dd}
     * @throws io.factuur.shared.Problem when the period is none; not found, when the scope is not theirs to know
     */
    @Transactional(readOnly = true)
    public Availability at(long scopeId, String period, Person person) {
        Scope scope = scopes.get(scopeId, person).scope();
        return at(scope, AskedPeriod.parse(period), person);
    }

    /** The same for an invoice's number, for whoever may know its scope. */
    @Transactional(readOnly = true)
    public Availability of(String number, Person person) {
        InvoiceRow row =
                reader.findRow(number).orElseThrow(() -> guard.refuseUnknown(Operation.SEE_SCOPE, number, person));
        if (!guard.allows(Operation.SEE_SCOPE, row.scopeId(), person)) {
            throw guard.refuse(Operation.SEE_SCOPE.name(), row.scopeId(), number, person);
        }
        return at(row.scopeId(), row.period().start().toString(), person);
    }

    private Availability at(Scope scope, AskedPeriod asked, Person person) {
        Agreement terms = scope.agreement().terms();
        if (scope.kind() != terms.invoicedKind()) {
            return elsewhere(scope, asked, person);
        }
        Optional<BillingPeriod> found = asked.under(terms, scope.since());
        if (found.isEmpty()) {
            return nothing(scope, null, Why.of(Code.NO_SUCH_PERIOD, asked.code(), scope.since()));
        }
        BillingPeriod period = found.get();
        Decision see = guard.decide(Operation.SEE_INVOICES, scope.id(), person);
        if (!see.allowed()) {
            return nothing(scope, period, Why.refused(Code.NO_PERMISSION, see));
        }
        List<InvoiceRow> there = standing(scope, period, person);
        if (there.isEmpty()) {
            return new Availability(scope.id(), period, false, List.of(), missing(scope, period, person));
        }
        Decision download = guard.decide(Operation.DOWNLOAD_INVOICE, scope.id(), person);
        List<Why> reasons = new ArrayList<>();
        if (!download.allowed()) {
            reasons.add(Why.refused(Code.NOT_IN_PORTAL, download));
        } else if (there.stream().allMatch(row -> row.status() == InvoiceStatus.VOID)) {
            reasons.add(Why.of(Code.VOIDED, there.getLast().number()));
        }
        return new Availability(scope.id(), period, reasons.isEmpty(), there, reasons);
    }

    /** An account whose parts are invoiced, or a part that is invoiced above. */
    private Availability elsewhere(Scope scope, AskedPeriod asked, Person person) {
        List<Why> reasons = new ArrayList<>();
        facts.invoicedAbove(scope)
                .ifPresentOrElse(
                        above -> {
                            boolean known = guard.allows(Operation.SEE_SCOPE, above.id(), person);
                            reasons.add(Why.elsewhere(
                                    guard.decide(Operation.SEE_INVOICES, scope.id(), person),
                                    scope.name(),
                                    above.kind(),
                                    known ? above.name() : Place.ABOVE));
                        },
                        () -> reasons.add(Why.of(
                                Code.MADE_ELSEWHERE,
                                scope.name(),
                                scope.agreement().terms().invoicedKind(),
                                Place.BELOW)));
        Map<String, Object> parameters = new HashMap<>(Visible.parameters(person));
        AccessFilter mine = AccessFilter.of(Operation.SEE_INVOICES, person);
        parameters.putAll(mine.parameters());
        parameters.putAll(Map.of("scope", scope.id(), "from", asked.from(), "to", asked.to()));
        List<InvoiceRow> below = reader.rowsWithScope(
                """
                i.scope_id in (select scope_id from scope_ancestor where ancestor_id = :scope)
                and i.period_start >= :from and i.period_start < :to and i.document_type = 'INVOICE' and\s""" + mine.on("s") + " and " + Visible.OLD + " order by i.id fetch first 100 rows only", parameters);
        return new Availability(scope.id(), null, !below.isEmpty(), below, below.isEmpty() ? reasons : List.of());
    }

    /** Where an invoice is made that is not made here, in words that give no name away. */
    private enum Place implements Labelled {
        ABOVE,
        BELOW;

        @Override
        public String labelKey() {
            return "availability.place." + name();
        }
    }

    private List<InvoiceRow> standing(Scope scope, BillingPeriod period, Person person) {
        Map<String, Object> parameters = new HashMap<>(Visible.parameters(person));
        parameters.putAll(Map.of("scope", scope.id(), "start", period.start()));
        return reader.rows("""
                i.scope_id = :scope and i.period_start = :start and i.document_type = 'INVOICE'
                and i.replaced_by_id is null and\s""" + Visible.OLD + " order by i.id", parameters);
    }

    private List<Why> missing(Scope scope, BillingPeriod period, Person person) {
        List<Why> reasons = new ArrayList<>();
        LocalDate today = reader.today();
        if (!scope.since().isBefore(period.end()) && !facts.used(scope.id(), period)) {
            return List.of(Why.of(Code.BEFORE_SIGN_UP, scope.since()));
        }
        if (Visible.isOld(scope.agreement(), period.start()) && !facts.owns(scope, person)) {
            reasons.add(Why.of(
                    Code.OLDER_THAN_SHARED,
                    Objects.requireNonNull(scope.agreement().terms().sharedSince()),
                    scope.agreement().terms().owners()));
        } else if (today.isBefore(period.end())) {
            reasons.add(Why.until(Code.PERIOD_OPEN, period.end(), period.end().minusDays(1)));
        } else if (!facts.closed(scope.id(), period)) {
            reasons.add(Why.of(Code.NOT_GENERATED, period.end().minusDays(1)));
        } else if (facts.creditCovers(scope, period, person)) {
            reasons.add(Why.of(Code.CREDIT_NOT_EXCEEDED));
        } else if (!scope.agreement().terms().invoicesCovered() && facts.charged(scope, period, person)) {
            reasons.add(Why.of(Code.PAID_BEFOREHAND));
        } else {
            reasons.add(Why.of(Code.NO_CHARGES));
        }
        if (today.isBefore(scope.since().plusDays(30))) {
            LocalDate month = scope.since().plusDays(30);
            reasons.add(Why.until(Code.LESS_THAN_30_DAYS, month, month));
        }
        facts.supportPlanBeside(scope).ifPresent(plan -> reasons.add(Why.of(Code.SUPPORT_PLAN, plan)));
        return reasons;
    }

    private static Availability nothing(Scope scope, @Nullable BillingPeriod period, Why reason) {
        return new Availability(scope.id(), period, false, List.of(), List.of(reason));
    }
}
