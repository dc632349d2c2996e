package io.factuur.usage.in;

import io.factuur.scope.ExternalId;
import io.factuur.scope.Placement;
import io.factuur.scope.Scope;
import io.factuur.usage.FocusColumn;
import io.factuur.usage.in.Place.NewSubscription;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The places of one import's rows. Each is looked up once; subscriptions that nobody knows get an ID and wait. */
final class Places {

    private static final int MOST_UNKNOWN = 100;
    private static final int LONGEST_NAME = 300;

    private final Placement placement;
    private final boolean dryRun;
    private final Map<String, Optional<Billed>> billed = new HashMap<>();
    private final Map<Long, Billed> billedById = new HashMap<>();
    private final Set<String> unknown = new LinkedHashSet<>();
    private final List<Place> fresh = new ArrayList<>();

    /** A billed scope with the places found in it so far: by ID as written, and by ID as compared. */
    private record Billed(Scope scope, Place itself, Map<String, Place> written, Map<String, Place> compared) {}

    /** @param dryRun take no IDs for new subscriptions */
    Places(Placement placement, boolean dryRun) {
        this.placement = placement;
        this.dryRun = dryRun;
    }

    /** Where a row belongs; null when nothing is called by its BillingAccountId. */
    @Nullable
    Place of(UsageRow row) {
        String id = nameOf(row);
        Optional<Billed> found = billed.get(id);
        if (found == null) {
            found = row.get(FocusColumn.BILLING_ACCOUNT_ID) == null
                    ? placement.billedFor(id).map(this::known)
                    : find(id).or(() -> Optional.ofNullable(row.otherBilledId).flatMap(this::find));
            billed.put(id, found);
        }
        if (found.isEmpty()) {
            if (unknown.size() < MOST_UNKNOWN) {
                unknown.add(id.length() <= LONGEST_NAME ? id : id.substring(0, LONGEST_NAME));
            }
            return null;
        }
        return within(found.get(), row);
    }

    /** What tells a row's account: its ID, or in files that leave that out, the subscription's. */
    static String nameOf(UsageRow row) {
        String account = row.get(FocusColumn.BILLING_ACCOUNT_ID);
        return account == null ? Objects.requireNonNull(row.get(FocusColumn.SUB_ACCOUNT_ID)) : account;
    }

    private Optional<Billed> find(String id) {
        return placement.billed(id).map(this::known);
    }

    private Billed known(Scope scope) {
        return billedById.computeIfAbsent(
                scope.id(), none -> new Billed(scope, Place.known(scope, scope), new HashMap<>(), new HashMap<>()));
    }

    private Place within(Billed account, UsageRow row) {
        String subAccount = row.get(FocusColumn.SUB_ACCOUNT_ID);
        if (subAccount == null && !account.itself().isInvoicedItself()) {
            return account.itself();
        }
        String id = subAccount == null ? account.scope().externalId() : subAccount;
        Place place = account.written().get(id);
        if (place == null) {
            place = account.compared().computeIfAbsent(ExternalId.key(id), key -> subscription(account, id, row));
            account.written().put(id, place);
        }
        return place;
    }

    private Place subscription(Billed account, String id, UsageRow row) {
        Optional<Scope> known = placement.subscription(account.scope(), id);
        if (known.isPresent()) {
            return Place.known(account.scope(), known.get());
        }
        Instant firstSeen = row.billingDay.withDayOfMonth(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        long reserved = dryRun ? -1 - fresh.size() : placement.reserve();
        Place place = Place.fresh(account.scope(), reserved, new NewSubscription(id, name(account, row), firstSeen));
        fresh.add(place);
        return place;
    }

    private static String name(Billed account, UsageRow row) {
        String name = row.get(FocusColumn.SUB_ACCOUNT_ID) == null
                ? account.scope().name()
                : Objects.requireNonNullElse(row.get(FocusColumn.SUB_ACCOUNT_NAME), "");
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    /** IDs of accounts, or of subscriptions where a file names no accounts, that name nothing here. */
    Set<String> unknown() {
        return unknown;
    }

    /** Subscriptions to be created when the import goes live. */
    List<Place> fresh() {
        return fresh;
    }

    List<Long> billedScopes() {
        return billedById.keySet().stream().sorted().toList();
    }
}
