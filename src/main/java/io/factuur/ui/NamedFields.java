package io.factuur.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import io.factuur.shared.Problem;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a form by the names that a {@link Problem} has for them, so that what is wrong is said beside the one it is in. */
public final class NamedFields {

    private final Map<String, HasValidation> fields = new HashMap<>();
    private @Nullable HasValidation refused;

    public NamedFields with(String name, HasValidation field) {
        fields.put(name, field);
        return this;
    }

    /** All of a part of the form, under the part's name. */
    public NamedFields with(String part, NamedFields others) {
        others.fields.forEach((name, field) -> fields.put(part + "." + name, field));
        return this;
    }

    public NamedFields with(NamedFields others) {
        fields.putAll(others.fields);
        return this;
    }

    /** Says it beside its field and goes there; nothing where the form has no such field. */
    public void refuse(Problem problem) {
        refused = fields.get(problem.field());
        if (refused != null) {
            refused.setErrorMessage(problem.sentence(UI.getCurrent().getLocale()));
            refused.setInvalid(true);
            if (refused instanceof Focusable<?> field) {
                field.focus();
            }
        }
    }

    /** What was wrong may be right now. */
    public void forget() {
        if (refused != null) {
            refused.setErrorMessage("");
            refused.setInvalid(false);
            refused = null;
        }
    }
}
