package io.factuur.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.communication.PushMode;

/**
 * An open page that is told what happens without asking. Only where something is awaited: the line for it costs the server
 * some 180 kB for each tab, often more than the page itself.
 *
 * @see "docs/decisions/0230-a-line-only-where-something-is-awaited.md"
 */
public final class LivePage {

    private LivePage() {}

    /** From now on, until the tab is closed or loaded anew. */
    public static void keepUp(UI page) {
        if (!page.getPushConfiguration().getPushMode().isEnabled()) {
            page.getPushConfiguration().setPushMode(PushMode.AUTOMATIC);
        }
    }
}
