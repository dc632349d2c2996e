package io.factuur.ui;

import com.vaadin.flow.component.button.Button;
import java.util.function.Supplier;

/** Downloads a file that may be large: at once, or prepared in the background when it would take long. */
public class FileButton extends Button {

    public FileButton(String text, FileDesk desk, FileDesk.Wanted wanted) {
        this(text, desk, () -> wanted);
    }

    /** @param wanted asked when it is clicked, for a page with choices */
    public FileButton(String text, FileDesk desk, Supplier<FileDesk.Wanted> wanted) {
        super(text, Icons.of("download"));
        addClickListener(click -> Notices.attempt(() -> desk.fetch(wanted.get())));
    }
}
