package io.factuur.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;

/** Leads to the prepared files, with the number of those that wait; keeps up while the page is open. */
public class DownloadsBell extends Anchor {

    private final Span count = new Span();
    private Registration changes = () -> {};

    public DownloadsBell(int waiting) {
        super("downloads");
        addClassName("icon-link");
        getElement().setAttribute("router-link", true);
        setTitle(getTranslation("downloads.title"));
        count.addClassName("icon-link-count");
        add(Icons.of("bell"), count);
        show(waiting);
    }

    private void show(int waiting) {
        getElement().setAttribute("aria-label", getTranslation("downloads.bell", waiting));
        count.setText(waiting > 99 ? "99+" : String.valueOf(waiting));
        count.setVisible(waiting > 0);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        changes = ComponentUtil.addListener(event.getUI(), DownloadsChanged.class, changed -> show(changed.waiting()));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        changes.remove();
    }
}
