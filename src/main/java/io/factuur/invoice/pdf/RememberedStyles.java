package io.factuur.invoice.pdf;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xhtmlrenderer.context.StyleReference;
import org.xhtmlrenderer.css.newmatch.CascadedStyle;
import org.xhtmlrenderer.css.sheet.FontFaceRule;
import org.xhtmlrenderer.extend.NamespaceHandler;
import org.xhtmlrenderer.extend.UserAgentCallback;
import org.xhtmlrenderer.extend.UserInterface;
import org.xhtmlrenderer.layout.SharedContext;

/**
 * Remembers from document to document which rules of the stylesheet an element gets. In one template that hangs only on
 * its name, its class, its id and those of the elements around it, because the stylesheet has no selector that looks at
 * neighbours or other attributes (a test sees to it). The renderer itself parses and matches anew for each document,
 * which was measured at a quarter of the time.
 */
final class RememberedStyles extends StyleReference {

    private record Name(String tag, String cssClass, String id, String columns) {

        static Name of(Element element) {
            return new Name(
                    element.getTagName(),
                    element.getAttribute("class"),
                    element.getAttribute("id"),
                    element.getAttribute("colspan"));
        }
    }

    /** An element's place among its elders; as many as the templates have, however many documents are made. */
    private static final class Place {

        private final Map<Name, Place> children = new HashMap<>();
        private final Map<String, Optional<CascadedStyle>> pseudo = new HashMap<>();
        private @Nullable CascadedStyle style;
    }

    private final Place root = new Place();
    private Map<Element, Place> places = new IdentityHashMap<>();

    RememberedStyles(UserAgentCallback agent) {
        super(agent);
        setSupportCMYKColors(true);
    }

    @Override
    public void setDocumentContext(
            SharedContext context, NamespaceHandler namespace, Document document, UserInterface user) {
        places = new IdentityHashMap<>();
        super.setDocumentContext(context, namespace, document, user);
    }

    /** The stylesheet is in the jar: it never changes. */
    @Override
    public void flushAllStyleSheets() {}

    @Override
    public CascadedStyle getCascadedStyle(@Nullable Element element, boolean restyle) {
        if (element == null) {
            return super.getCascadedStyle(null, restyle);
        }
        Place place = place(element);
        if (place.style == null) {
            place.style = super.getCascadedStyle(element, restyle);
        }
        return Objects.requireNonNull(place.style);
    }

    @Override
    public @Nullable CascadedStyle getPseudoElementStyle(Node node, String pseudoElement) {
        Element element = node instanceof Element it ? it : (Element) node.getParentNode();
        return place(element)
                .pseudo
                .computeIfAbsent(pseudoElement, name -> Optional.ofNullable(super.getPseudoElementStyle(element, name)))
                .orElse(null);
    }

    @Override
    public List<FontFaceRule> getFontFaceRules() {
        return List.of();
    }

    private Place place(Element element) {
        Place known = places.get(element);
        if (known != null) {
            return known;
        }
        Place outer = element.getParentNode() instanceof Element parent ? place(parent) : root;
        Place place = outer.children.computeIfAbsent(Name.of(element), none -> new Place());
        places.put(element, place);
        return place;
    }
}
