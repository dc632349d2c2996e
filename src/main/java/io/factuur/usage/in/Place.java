package io.factuur.usage.in;

import io.factuur.scope.Scope;
import io.factuur.usage.FocusColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Where rows belong: a subscription below a billed scope, or the billed scope itself. */
final class Place {

    private final Scope billed;
    private final Scope known;
    private final @Nullable NewSubscription fresh;
    private long scopeId;
    /** The delivery that the last row of this place went to. */
    @Nullable
    StagedDelivery last;

    /** A subscription that will be created when the import goes live. */
    record NewSubscription(String externalId, String name, Instant firstSeen) {}

    private Place(Scope billed, Scope known, long scopeId, @Nullable NewSubscription fresh) {
        this.billed = billed;
        this.known = known;
        this.scopeId = scopeId;
        this.fresh = fresh;
    }

    static Place known(Scope billed, Scope scope) {
        return new Place(billed, scope, scope.id(), null);
    }

    /** @param reserved the ID that the subscription will get */
    static Place fresh(Scope billed, long reserved, NewSubscription subscription) {
        return new Place(billed, billed, reserved, subscription);
    }

    Scope billed() {
        return billed;
    }

    long scopeId() {
        return scopeId;
    }

    @Nullable
    NewSubscription fresh() {
        return fresh;
    }

    /** Says in a row which account it is billed to, where its file does not. */
    void fillIn(UsageRow row) {
        if (row.get(FocusColumn.BILLING_ACCOUNT_ID) == null) {
            row.set(FocusColumn.BILLING_ACCOUNT_ID, billed.externalId());
            row.set(FocusColumn.BILLING_ACCOUNT_NAME, billed.name());
        }
    }

    /** Somebody else created the subscription in the meantime. */
    void becomes(long existing) {
        scopeId = existing;
    }

    /** Whether this scope gets an invoice of its own, rather than the billed scope. */
    boolean isInvoicedItself() {
        return billed.agreement().terms().invoicedKind()
                != billed.agreement().terms().billedKind();
    }

    long invoicedScopeId() {
        return isInvoicedItself() ? scopeId : billed.id();
    }

    String invoicedName() {
        if (!isInvoicedItself()) {
            return billed.name();
        }
        return fresh == null ? known.name() : fresh.name().isBlank() ? fresh.externalId() : fresh.name();
    }

    /** The day its periods start from. */
    LocalDate since() {
        return fresh == null
                ? known.since()
                : fresh.firstSeen().atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
