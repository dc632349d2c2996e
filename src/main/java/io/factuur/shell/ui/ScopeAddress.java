package io.factuur.shell.ui;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.router.Location;
import io.factuur.ui.WithinScope;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The scope that a page is about: at {@code billing/12/invoices} or {@code subscriptions/12/invoices}, or as the page says.
 *
 * @param page the page of the scope that is open, or that led here
 * @param path where one is
 */
record ScopeAddress(long scopeId, String page, String path) {

    private static final Set<String> ROOTS = Set.of("billing", "subscriptions");

    /** @param shown the open page first */
    static Optional<ScopeAddress> of(Location location, List<? extends HasElement> shown) {
        if (!shown.isEmpty() && shown.getFirst() instanceof WithinScope page) {
            return Optional.of(new ScopeAddress(page.scopeId(), page.segment(), location.getPath()));
        }
        List<String> parts = location.getSegments();
        return parts.size() > 2
                        && ROOTS.contains(parts.getFirst())
                        && parts.get(1).matches("\\d{1,18}")
                ? Optional.of(new ScopeAddress(Long.parseLong(parts.get(1)), parts.get(2), location.getPath()))
                : Optional.empty();
    }
}
