package io.factuur.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;

/**
 * Starts a download in answer to a click that the server had to hear first. Vaadin's own {@code open(…, "_self")} stops the
 * page, as if it were left, and an attachment does not leave it.
 */
public final class BrowserDownload {

    private BrowserDownload() {}

    /** @param path with its leading slash, {@code /api/v1/…} */
    public static void start(String path) {
        UI page = UI.getCurrent();
        DocumentLink before = ComponentUtil.getData(page, DocumentLink.class);
        if (before != null) {
            before.getElement().removeFromParent();
        }
        DocumentLink link = new DocumentLink(path, "");
        link.getElement().setAttribute("hidden", true);
        page.getElement().appendChild(link.getElement());
        link.getElement().callJsFunction("click");
        ComponentUtil.setData(page, DocumentLink.class, link);
    }
}
