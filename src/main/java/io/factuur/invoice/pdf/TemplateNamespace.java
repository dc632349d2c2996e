package io.factuur.invoice.pdf;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xhtmlrenderer.css.sheet.StylesheetInfo;
import org.xhtmlrenderer.extend.NamespaceHandler;

/**
 * As much HTML as the template needs: classes, IDs, languages, links, spanning cells, and one stylesheet that the
 * document cannot choose. No style attributes, no images, no forms: less to match for each element, less to attack.
 */
final class TemplateNamespace implements NamespaceHandler {

    private final StylesheetInfo stylesheet;

    TemplateNamespace(String stylesheet) {
        this.stylesheet =
                new StylesheetInfo(StylesheetInfo.Origin.AUTHOR, stylesheet, StylesheetInfo.mediaTypes("print"), null);
    }

    @Override
    public String getNamespace() {
        return "";
    }

    @Override
    public Optional<StylesheetInfo> getDefaultStylesheet() {
        return Optional.empty();
    }

    @Override
    public List<StylesheetInfo> getStylesheets(Document document) {
        return List.of(stylesheet);
    }

    @Override
    public String getDocumentTitle(Document document) {
        Node title = document.getElementsByTagName("title").item(0);
        return title == null ? "" : title.getTextContent();
    }

    @Override
    public String getAttributeValue(Element element, String name) {
        return element.getAttribute(name);
    }

    @Override
    public String getAttributeValue(Element element, @Nullable String namespace, String name) {
        return element.getAttribute(name);
    }

    @Override
    public String getClass(Element element) {
        return element.getAttribute("class");
    }

    @Override
    public @Nullable String getID(Element element) {
        String id = element.getAttribute("id");
        return id.isEmpty() ? null : id;
    }

    @Override
    public String getElementStyling(Element element) {
        String columns = element.getAttribute("colspan");
        return columns.isEmpty() ? "" : "-fs-table-cell-colspan: " + columns + ";";
    }

    @Override
    public String getNonCssStyling(Element element) {
        return "";
    }

    @Override
    public String getLang(@Nullable Element element) {
        return element == null ? "" : element.getAttribute("lang");
    }

    @Override
    public @Nullable String getLinkUri(Element element) {
        String link = element.getAttribute("href");
        return element.getNodeName().equals("a") && link.matches("https?://.*") ? link : null;
    }

    @Override
    public @Nullable String getAnchorName(@Nullable Element element) {
        return null;
    }

    @Override
    public boolean isImageElement(Element element) {
        return false;
    }

    @Override
    public boolean isFormElement(Element element) {
        return false;
    }

    @Override
    public @Nullable String getImageSourceURI(Element element) {
        return null;
    }
}
