package io.factuur.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.UI;

/** Tells an open page that the prepared files of its person are not what they were; fired at its UI. */
public class DownloadsChanged extends ComponentEvent<UI> {

    private final int waiting;

    /** @param waiting how many are ready and have not been fetched */
    public DownloadsChanged(UI page, int waiting) {
        super(page, false);
        this.waiting = waiting;
    }

    public int waiting() {
        return waiting;
    }
}
