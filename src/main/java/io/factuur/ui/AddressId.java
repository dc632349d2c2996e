package io.factuur.ui;

import com.vaadin.flow.router.BeforeEnterEvent;

/** The number that stands for something in a page's address. */
public final class AddressId {

    /** Nothing has it. What is no number is asked about like one that nobody has, and refused and written down like it. */
    private static final long NOBODYS = 0;

    private AddressId() {}

    public static long of(BeforeEnterEvent event, String parameter) {
        return event.getRouteParameters()
                .get(parameter)
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(NOBODYS);
    }
}
