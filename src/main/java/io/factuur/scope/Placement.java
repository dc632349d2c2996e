package io.factuur.scope;

import io.factuur.access.Unguarded;
import io.factuur.agreement.Agreement;
import io.factuur.agreement.ScopeKind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the place of a usage row in the tree: by {@code BillingAccountId} (EA the enrollment, MCA the billing profile
 * or an account with a single profile, MOSP the account) and {@code SubAccountId}.
 */
@Service
@Unguarded(because = "it is asked by imports, which only an operator may start")
public class Placement {

    private final ScopeTree tree;

    Placement(ScopeTree tree) {
        this.tree = tree;
    }

    /**
     * The scope that is billed for an ID. Where several scopes carry it, the newest takes the usage: that is what
     * happens when a customer moves to another agreement and keeps the ID. See docs/decisions/0003.
     */
    @Transactional(readOnly = true)
    public Optional<Scope> billed(String billingAccountId) {
        return tree.named(billingAccountId).stream().flatMap(this::asBilled).findFirst();
    }

    /** The scope that is billed for a subscription that is known and invoiced by itself; of several, the newest. */
    @Transactional(readOnly = true)
    public Optional<Scope> billedFor(String subscriptionId) {
        return tree.named(subscriptionId).stream()
                .filter(scope -> scope.kind() == ScopeKind.SUBSCRIPTION
                        && scope.agreement().terms().invoicedKind() == ScopeKind.SUBSCRIPTION)
                .flatMap(scope ->
                        tree.above(scope.id(), scope.agreement().terms().billedKind()).stream())
                .findFirst();
    }

    private Stream<Scope> asBilled(Scope scope) {
        ScopeKind billed = scope.agreement().terms().billedKind();
        if (scope.kind() == billed) {
            return Stream.of(scope);
        }
        if (scope.kind() == ScopeKind.BILLING_ACCOUNT) {
            List<Scope> children = tree.children(scope.id(), billed);
            return children.size() == 1 ? children.stream() : Stream.empty();
        }
        return Stream.empty();
    }

    /** The subscription of that ID below a billed scope. */
    @Transactional(readOnly = true)
    public Optional<Scope> subscription(Scope billed, String subAccountId) {
        return tree.below(billed.id(), ScopeKind.SUBSCRIPTION, subAccountId);
    }

    /** An ID for a subscription that is not there yet, so that rows can name it before anybody sees it. */
    @Transactional
    public long reserve() {
        return tree.reserve();
    }

    /**
     * The subscription of that ID below a billed scope; created under the agreement's default place when unknown.
     *
     * @param reserved the ID it gets when it is created
     */
    @Transactional
    public Scope subscription(Scope billed, String subAccountId, String name, Instant firstSeen, long reserved) {
        return subscription(billed, subAccountId)
                .orElseGet(() -> tree.insert(
                        reserved,
                        defaultPlace(billed, firstSeen),
                        billed.agreement(),
                        ScopeKind.SUBSCRIPTION,
                        name.isBlank() ? subAccountId : name,
                        subAccountId,
                        billed.currency().getCurrencyCode(),
                        firstSeen));
    }

    private Scope defaultPlace(Scope billed, Instant firstSeen) {
        Agreement terms = billed.agreement().terms();
        Scope place = billed;
        for (ScopeKind kind : terms.defaultPath()) {
            Scope parent = place;
            place = tree.children(parent.id(), kind).stream()
                    .findFirst()
                    .orElseGet(() -> tree.insert(
                            parent,
                            parent.agreement(),
                            kind,
                            parent.name(),
                            parent.externalId() + "-" + kind.name().toLowerCase(Locale.ROOT),
                            parent.currency().getCurrencyCode(),
                            firstSeen));
        }
        return place;
    }
}
