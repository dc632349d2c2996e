package io.factuur.usage.in;

import io.factuur.shared.BillingPeriod;
import io.factuur.usage.FocusColumn;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The deliveries of one import, made as rows for them turn up. */
final class Deliveries {

    private final DeliveryStore store;
    private final long importId;
    private final boolean dryRun;
    private final Map<Group, StagedDelivery> byGroup = new HashMap<>();
    private final List<StagedDelivery> all = new ArrayList<>();
    private boolean ofSubscriptions;

    /** The places themselves are compared, because a new subscription has no ID that lasts. */
    private record Group(Object place, LocalDate fileMonth, LocalDate periodStart, String currency) {}

    Deliveries(DeliveryStore store, long importId, boolean dryRun) {
        this.store = store;
        this.importId = importId;
        this.dryRun = dryRun;
    }

    /** The file is about single subscriptions: what others used in the same month is not replaced. */
    void ofSubscriptions() {
        ofSubscriptions = true;
    }

    /** The invoiced scopes that the file is about; none where it is about whole accounts. */
    List<Long> only() {
        return ofSubscriptions
                ? all.stream()
                        .map(delivery -> delivery.key.invoiced().invoicedScopeId())
                        .distinct()
                        .toList()
                : List.of();
    }

    /** The delivery that a row belongs to. */
    StagedDelivery of(UsageRow row, Place place) {
        String currency = Objects.requireNonNull(row.get(FocusColumn.BILLING_CURRENCY));
        StagedDelivery last = place.last;
        if (last != null && fits(last, row, currency)) {
            return last;
        }
        LocalDate fileMonth = row.billingDay.withDayOfMonth(1);
        BillingPeriod period = period(row, place);
        Object who = place.isInvoicedItself() ? place : place.billed().id();
        StagedDelivery delivery = byGroup.computeIfAbsent(
                new Group(who, fileMonth, period.start(), currency),
                group -> stage(new StagedDelivery.Key(place, fileMonth, period, currency)));
        place.last = delivery;
        return delivery;
    }

    private static boolean fits(StagedDelivery delivery, UsageRow row, String currency) {
        StagedDelivery.Key key = delivery.key;
        LocalDate day = key.invoiced().isInvoicedItself() ? row.chargeDay : row.billingDay;
        return key.period().contains(day)
                && key.fileMonth().getYear() == row.billingDay.getYear()
                && key.fileMonth().getMonthValue() == row.billingDay.getMonthValue()
                && key.currency().equals(currency);
    }

    private static BillingPeriod period(UsageRow row, Place place) {
        return place.isInvoicedItself()
                ? place.billed().agreement().terms().periodOf(row.chargeDay, place.since())
                : BillingPeriod.month(YearMonth.from(row.billingDay));
    }

    private StagedDelivery stage(StagedDelivery.Key key) {
        boolean closed =
                store.isClosed(key.invoiced().invoicedScopeId(), key.period().start());
        return add(key, closed);
    }

    /** A further delivery for the same rows, once they turn out to be late. */
    StagedDelivery late(StagedDelivery tooLate) {
        all.remove(tooLate);
        StagedDelivery late = add(tooLate.key, true);
        late.amortized = tooLate.amortized;
        return late;
    }

    private StagedDelivery add(StagedDelivery.Key key, boolean closed) {
        long id = dryRun ? -1 - all.size() : store.stage(importId, key);
        StagedDelivery delivery = new StagedDelivery(id, key, closed);
        all.add(delivery);
        return delivery;
    }

    List<StagedDelivery> all() {
        return all;
    }

    List<StagedDelivery> closed() {
        return all.stream().filter(delivery -> delivery.closed).toList();
    }
}
