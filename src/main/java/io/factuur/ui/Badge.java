package io.factuur.ui;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A state in one or two words. Each tone has its own mark as well as its colour, so that colour alone says nothing. */
public final class Badge extends Span {

    /** How good the state is. */
    public enum Tone {
        /** Done, paid, delivered. */
        GOOD,
        /** Under way, due, open. */
        INFO,
        /** Needs somebody soon. */
        WARN,
        /** Overdue, failed, bounced. */
        BAD,
        /** Neither: void, draft, expired. */
        NEUTRAL
    }

    public Badge(Tone tone, String text) {
        super(text);
        addClassNames("badge", "badge-" + tone.name().toLowerCase(Locale.ROOT));
    }
}
