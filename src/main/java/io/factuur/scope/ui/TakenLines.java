package io.factuur.scope.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.factuur.scope.Inherited;
import io.factuur.scope.Properties;
import io.factuur.ui.DefinitionList;
import io.factuur.ui.Formats;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** Names and values, of which some are taken from a scope above. */
abstract class TakenLines extends DefinitionList {

    final Formats formats = Formats.here();
    private final List<Inherited> above;

    TakenLines(List<Inherited> above) {
        this.above = above;
    }

    /** A value, or the one that invoices take from above, with where that is. */
    final <T> void taken(
            String labelKey,
            Properties known,
            Function<Properties, T> value,
            Function<T, Component> shown,
            String missingKey) {
        T own = value.apply(known);
        if (own != null) {
            add(getTranslation(labelKey), shown.apply(own));
            return;
        }
        for (Inherited up : above) {
            String kind = getTranslation(up.kind().labelKey());
            if (up.properties() == null) {
                add(getTranslation(labelKey), note(getTranslation("properties.taken-unseen", kind)));
                return;
            }
            T found = value.apply(up.properties());
            if (found != null) {
                add(getTranslation(labelKey), (Component)
                        new Div(shown.apply(found), note(getTranslation("properties.taken", kind))));
                return;
            }
        }
        add(getTranslation(labelKey), getTranslation(missingKey));
    }

    static Div note(String words) {
        Div note = new Div(words);
        note.addClassNames("quiet", "taken-from");
        return note;
    }

    final String date(LocalDate date) {
        return date == null ? text(null) : formats.date(date);
    }

    final String text(String value) {
        return value == null || value.isBlank() ? getTranslation("properties.empty") : value;
    }
}
