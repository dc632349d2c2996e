package io.factuur.invoice;

import io.factuur.agreement.Agreement;
import io.factuur.agreement.Offer;
import io.factuur.invoice.Candidate.Closing;
import io.factuur.invoice.CreditGrants.Grant;
import io.factuur.invoice.CreditGrants.Taken;
import io.factuur.invoice.InvoiceDraft.Credits;
import io.factuur.scope.BillingDetails;
import io.factuur.scope.Terms;
import io.factuur.usage.Charge;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides what invoices a closed period makes: one for each currency and type, less what credits take off. */
@Component
class Drafting {

    private final CurrentIssuer issuer;

    Drafting(CurrentIssuer issuer) {
        this.issuer = issuer;
    }

    /**
     * What a scope's period is billed with, besides its usage.
     *
     * @param ownerEmail of the account's owner, where its agreement names them on invoices
     */
    record Account(
            @Nullable BillingDetails details,
            List<Grant> grants,
            @Nullable String ownerEmail,
            LocalDate today) {

        Offer offer() {
            return details == null ? Offer.PAY_AS_YOU_GO : details.sold().offer();
        }
    }

    private record Kind(String currency, InvoiceType type) implements Comparable<Kind> {

        @Override
        public int compareTo(Kind other) {
            int first = currency.compareTo(other.currency);
            return first == 0 ? type.compareTo(other.type) : first;
        }
    }

    /** @param runId null where no run makes them */
    List<NewInvoice> of(@Nullable Long runId, Closing closing, List<Charge> used, Account account) {
        List<NewInvoice> drafts = new ArrayList<>();
        byKind(closing, used, account)
                .forEach((kind, charges) -> draft(runId, closing, kind, charges, account, drafts));
        return drafts;
    }

    /** What makes an invoice: where something cost something, and zero where the agreement wants it. */
    private Map<Kind, List<Charge>> byKind(Closing closing, List<Charge> used, Account account) {
        Agreement terms = closing.scope().agreement().terms();
        Map<Kind, List<Charge>> byKind = new TreeMap<>();
        for (Charge charge : used) {
            Kind kind = new Kind(charge.currency(), type(charge, terms, account));
            byKind.computeIfAbsent(kind, none -> new ArrayList<>()).add(charge);
        }
        byKind.values()
                .removeIf(list -> list.stream().allMatch(charge -> charge.cost().signum() == 0));
        if (byKind.isEmpty() && terms.invoicesZero()) {
            byKind.put(new Kind(closing.scope().currency(), InvoiceType.SERVICES), List.of());
        }
        return byKind;
    }

    private InvoiceType type(Charge charge, Agreement terms, Account account) {
        if (account.offer() == Offer.SUPPORT_PLAN) {
            return InvoiceType.SUPPORT;
        }
        return terms.separatesMarketplace() && issuer.now().isMarketplace(charge.publisherName())
                ? InvoiceType.MARKETPLACE
                : InvoiceType.SERVICES;
    }

    private void draft(
            @Nullable Long runId,
            Closing closing,
            Kind kind,
            List<Charge> charges,
            Account account,
            List<NewInvoice> drafts) {
        Currency currency = Currency.getInstance(kind.currency());
        BigDecimal open = InvoiceDraft.charges(currency, charges);
        BigDecimal free = kind.type() == InvoiceType.SERVICES
                        && kind.currency().equals(closing.scope().currency())
                ? offered(account, open)
                : BigDecimal.ZERO;
        boolean notExceeded = free.signum() > 0 && free.compareTo(open) == 0;
        if (notExceeded && !closing.scope().agreement().terms().invoicesZero()) {
            return;
        }
        BigDecimal coverable = coverable(closing, charges, currency).min(open).subtract(free);
        List<Taken> taken = CreditGrants.take(account.grants(), kind.currency(), closing.period(), coverable);
        Map<CreditKind, BigDecimal> sums = new EnumMap<>(CreditKind.class);
        taken.forEach(part -> sums.merge(part.kind(), part.amount(), BigDecimal::add));
        Credits credits = new Credits(
                sums.getOrDefault(CreditKind.PREPAYMENT, BigDecimal.ZERO),
                sums.getOrDefault(CreditKind.CREDIT, BigDecimal.ZERO),
                sums.getOrDefault(CreditKind.FREE, BigDecimal.ZERO).add(free));
        Candidate scope = closing.scope();
        Terms terms = account.details() == null
                ? new Terms(null, null, null)
                : account.details().terms();
        drafts.add(new NewInvoice(
                runId,
                scope.id(),
                scope.rootId(),
                scope.agreement(),
                scope.name(),
                kind.type(),
                DocumentType.INVOICE,
                closing.period(),
                account.today(),
                Objects.requireNonNullElse(terms.paymentDays(), issuer.now().paymentTermDays()),
                Customer.of(scope, account.details(), account.ownerEmail()),
                InvoiceDraft.of(
                        currency,
                        charges,
                        credits,
                        Objects.requireNonNullElse(terms.taxRate(), issuer.now().taxRate())),
                taken,
                null,
                null));
    }

    /** The part of the charges that the agreement lets credits pay. */
    private static BigDecimal coverable(Closing closing, List<Charge> charges, Currency currency) {
        Agreement terms = closing.scope().agreement().terms();
        return InvoiceDraft.charges(
                currency,
                charges.stream()
                        .filter(charge -> terms.creditsCover(charge.chargeCategory(), charge.publisherName()))
                        .toList());
    }

    /** What the offer itself gives for free each period: a monthly credit, or all of it in a trial without a limit. */
    static BigDecimal offered(Account account, BigDecimal charges) {
        BillingDetails details = account.details();
        boolean gives = account.offer() == Offer.FREE_TRIAL || account.offer() == Offer.MONTHLY_CREDIT;
        if (!gives || details == null || charges.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal limit = details.sold().monthlyCredit();
        if (limit == null) {
            return account.offer() == Offer.FREE_TRIAL ? charges : BigDecimal.ZERO;
        }
        return charges.min(limit.max(BigDecimal.ZERO).setScale(charges.scale(), java.math.RoundingMode.DOWN));
    }
}
