package io.factuur.usage.in;

import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.scope.Placement;
import io.factuur.shared.BillingPeriod;
import io.factuur.usage.ImportMode;
import io.factuur.usage.ImportState;
import io.factuur.usage.PeriodGate;
import io.factuur.usage.UsageImported;
import io.factuur.usage.in.DeliveryStore.Stored;
import io.factuur.usage.in.Place.NewSubscription;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes an import live: the new rows, the subscriptions they brought and the end of the old ones, all at once. */
@Component
class ImportSwitch {

    private final PeriodGate gate;
    private final DeliveryStore deliveries;
    private final DeliveryGarbage garbage;
    private final ImportStore imports;
    private final Placement placement;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    ImportSwitch(
            PeriodGate gate,
            DeliveryStore deliveries,
            DeliveryGarbage garbage,
            ImportStore imports,
            Placement placement,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.gate = gate;
        this.deliveries = deliveries;
        this.garbage = garbage;
        this.imports = imports;
        this.placement = placement;
        this.audit = audit;
        this.events = events;
    }

    /** A month of a billed scope: what a newer file replaces. */
    private record Month(long billedScopeId, LocalDate fileMonth) {}

    /**
     * Makes an import live, unless periods were closed or changed since its rows were compared with them.
     *
     * @return the deliveries that have to be compared again; none when it is live
     * @throws ImportCancelled when the import is no longer wanted
     */
    @Transactional
    public List<StagedDelivery> goLive(ImportOrder order, ImportTally tally, Deliveries staged, Places places) {
        gate.passWithUsage();
        List<StagedDelivery> stale = staged.all().stream()
                .filter(delivery -> isStale(delivery, order))
                .toList();
        if (!stale.isEmpty()) {
            return stale;
        }
        settle(places, tally);
        List<UsageImported.Delivered> delivered = new ArrayList<>();
        byMonth(staged)
                .forEach((month, brought) ->
                        delivered.addAll(goLive(month, brought, order.request().mode(), staged.only())));
        deliveries.addUp(order.importId());
        garbage.discard(order.importId());
        if (!imports.finish(order.importId(), ImportState.LIVE, tally)) {
            throw new ImportCancelled();
        }
        audit.record(AuditEvent.done(
                        order.actor(),
                        "usage.import",
                        only(tally),
                        order.request().fileName())
                .with("import", order.importId())
                .with("rows", tally.accepted())
                .with("billedCost", tally.figures().billedCost())
                .with("mode", order.request().mode()));
        events.publishEvent(new UsageImported(order.importId(), delivered));
        return List.of();
    }

    private boolean isStale(StagedDelivery delivery, ImportOrder order) {
        if (delivery.beside) {
            return false;
        }
        boolean closed = deliveries.isClosed(
                delivery.key.invoiced().invoicedScopeId(), delivery.key.period().start());
        List<Long> before = closed ? before(delivery, order) : List.of();
        return closed != delivery.closed || !before.equals(delivery.comparedWith);
    }

    private List<Long> before(StagedDelivery delivery, ImportOrder order) {
        return deliveries.billedBefore(delivery.key, order.request().mode()).stream()
                .map(Stored::id)
                .toList();
    }

    /** Creates the new subscriptions. One that somebody else has created meanwhile takes the rows. */
    private void settle(Places places, ImportTally tally) {
        for (Place place : places.fresh()) {
            NewSubscription fresh = Objects.requireNonNull(place.fresh());
            long reserved = place.scopeId();
            long created = placement
                    .subscription(place.billed(), fresh.externalId(), fresh.name(), fresh.firstSeen(), reserved)
                    .id();
            if (created != reserved && tally.firstRowId() != null && tally.lastRowId() != null) {
                deliveries.rename(reserved, created, tally.firstRowId(), tally.lastRowId());
                place.becomes(created);
            }
        }
    }

    private static Map<Month, List<StagedDelivery>> byMonth(Deliveries staged) {
        Map<Month, List<StagedDelivery>> byMonth = new LinkedHashMap<>();
        for (StagedDelivery delivery : staged.all()) {
            Month month = new Month(delivery.key.invoiced().billed().id(), delivery.key.fileMonth());
            byMonth.computeIfAbsent(month, none -> new ArrayList<>()).add(delivery);
        }
        return byMonth;
    }

    private List<UsageImported.Delivered> goLive(
            Month month, List<StagedDelivery> brought, ImportMode mode, List<Long> only) {
        boolean amortized = brought.stream().anyMatch(delivery -> delivery.amortized);
        boolean beside = amortized && deliveries.hasBilled(month.billedScopeId(), month.fileMonth());
        String state = beside ? "AMORTIZED" : "LIVE";
        if (mode == ImportMode.REPLACE && beside) {
            deliveries.replaceBeside(month.billedScopeId(), month.fileMonth());
        } else if (mode == ImportMode.REPLACE) {
            deliveries.replace(month.billedScopeId(), month.fileMonth(), amortized, only);
        }
        if (!amortized) {
            deliveries.stepAside(month.billedScopeId(), month.fileMonth());
        }
        List<UsageImported.Delivered> delivered = new ArrayList<>();
        for (StagedDelivery delivery : brought) {
            if (delivery.rows > 0) {
                BillingPeriod period =
                        delivery.closed && !beside ? deliveries.nextOpen(delivery.key) : delivery.key.period();
                delivery.amortized = amortized;
                delivery.beside = beside;
                deliveries.goLive(delivery, period, state);
                delivered.add(new UsageImported.Delivered(
                        month.billedScopeId(), delivery.key.invoiced().invoicedScopeId(), period.start()));
            }
        }
        return delivered;
    }

    private static @Nullable Long only(ImportTally tally) {
        List<Long> billed = tally.figures().billedScopes();
        return billed.size() == 1 ? billed.getFirst() : null;
    }
}
