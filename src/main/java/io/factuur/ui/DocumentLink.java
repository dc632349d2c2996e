package io.factuur.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/** A link to a document under {@code /api/v1}: the browser fetches it, the page stays. Looks like a button. */
public class DocumentLink extends Anchor {

    /**
     * @param path with its leading slash, {@code /api/v1/invoices/…/documents/invoice.pdf}
     */
    public DocumentLink(String path, String text) {
        addClassName("button-link");
        setHref(path.substring(1));
        setRouterIgnore(true);
        getElement().setAttribute("download", "");
        add(Icons.of("download"), new Span(text));
    }
}
