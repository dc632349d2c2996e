package io.factuur.ui;

import com.vaadin.flow.component.HasValue;
import java.util.function.Consumer;

/** A choice that is stored as soon as it is made. When that fails it is shown as it is stored, not as it was wished. */
public final class StoredChoice<V> {

    private final HasValue<?, V> field;
    private final Consumer<V> store;
    private boolean goingBack;

    private StoredChoice(HasValue<?, V> field, Consumer<V> store) {
        this.field = field;
        this.store = store;
    }

    /**
     * Call it once the field shows what is stored.
     *
     * @param store a {@link io.factuur.shared.Problem} of it becomes its sentence on the screen
     */
    public static <V> void of(HasValue<?, V> field, Consumer<V> store) {
        StoredChoice<V> choice = new StoredChoice<>(field, store);
        field.addValueChangeListener(change -> choice.made(change.getOldValue(), change.getValue()));
    }

    private void made(V before, V now) {
        if (goingBack) {
            return;
        }
        boolean stored = false;
        try {
            stored = Notices.attempt(() -> store.accept(now));
        } finally {
            if (!stored) {
                goBackTo(before);
            }
        }
    }

    private void goBackTo(V before) {
        goingBack = true;
        try {
            field.setValue(before);
        } finally {
            goingBack = false;
        }
    }
}
