package io.factuur.shell.ui;

import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The scope that an address is about: {@code billing/12/invoices} or {@code subscriptions/12/invoices}. */
record ScopeAddress(long scopeId, String page) {

    private static final Set<String> ROOTS = Set.of("billing", "subscriptions");

    static Optional<ScopeAddress> of(Location location) {
        List<String> parts = location.getSegments();
        return parts.size() > 2
                        && ROOTS.contains(parts.getFirst())
                        && parts.get(1).matches("\\d{1,18}")
                ? Optional.of(new ScopeAddress(Long.parseLong(parts.get(1)), parts.get(2)))
                : Optional.empty();
    }
}
