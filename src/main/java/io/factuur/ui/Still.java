package io.factuur.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.dom.ElementUtil;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;

/**
 * A part of a page that neither changes nor listens, as its markup: the server then keeps one element and its text for it,
 * where it would keep a kB for each element in it. What is hidden in it is left out; links work as anywhere.
 */
public class Still extends Html {

    public Still(Component part) {
        super(markup(part.getElement()));
    }

    private static String markup(Element part) {
        leaveOutHidden(part);
        Document asWritten = new Document("");
        asWritten.outputSettings().prettyPrint(false);
        Node node = ElementUtil.toJsoup(asWritten, part);
        return asWritten.appendChild(node).html();
    }

    private static void leaveOutHidden(Element part) {
        part.getChildren().toList().forEach(child -> {
            if (child.isTextNode() || child.isVisible()) {
                leaveOutHidden(child);
            } else {
                child.removeFromParent();
            }
        });
    }
}
