package io.factuur.invoice.pdf;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfStructureTreeRoot;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The structure of one document as whoever listens to it hears it: headings, paragraphs and tables of figures, in the order
 * of the template. Tables that only put things beside each other are none.
 */
final class Structure {

    private static final PdfName SPAN = new PdfName("Span");
    private static final PdfName PARAGRAPH = new PdfName("P");
    private static final PdfName HEAD_CELL = new PdfName("TH");
    private static final List<String> FIGURES = List.of("list", "sums", "pay");
    private static final Map<String, PdfName> PARTS = Map.of(
            "table", new PdfName("Table"),
            "thead", new PdfName("THead"),
            "tbody", new PdfName("TBody"),
            "tr", new PdfName("TR"),
            "td", new PdfName("TD"),
            "th", HEAD_CELL);

    private final PdfStructureElement document;
    private final Map<Element, PdfStructureElement> elements = new IdentityHashMap<>();
    private final Map<Element, PdfStructureElement> leaves = new IdentityHashMap<>();
    private final Map<Element, Integer> heads = new IdentityHashMap<>();

    Structure(PdfStructureTreeRoot root) {
        document = new PdfStructureElement(root, new PdfName("Document"));
    }

    /** Where a text of an element belongs; null for what is repeated on every page, and for ornaments. */
    @Nullable
    PdfStructureElement leaf(Element owner, int page) {
        if (isRepeated(owner, page) || owner.getAttribute("class").equals("monogram")) {
            return null;
        }
        PdfStructureElement known = leaves.get(owner);
        if (known == null) {
            PdfStructureElement place = place(owner);
            PdfName type = type(owner);
            known = type == null || hasChildren(owner)
                    ? new PdfStructureElement(place, type == null ? PARAGRAPH : SPAN)
                    : place;
            leaves.put(owner, known);
        }
        return known;
    }

    /** The foot of each page, and the head of a table on all its pages but the first. */
    private boolean isRepeated(Element owner, int page) {
        for (Element at = owner; at != null; at = parent(at)) {
            if (at.getAttribute("id").equals("footer")) {
                return true;
            }
            if (at.getTagName().equals("thead")) {
                return heads.computeIfAbsent(at, first -> page) != page;
            }
        }
        return false;
    }

    private PdfStructureElement place(Element element) {
        PdfStructureElement known = elements.get(element);
        if (known != null) {
            return known;
        }
        Element outer = parent(element);
        PdfStructureElement above = outer == null ? document : place(outer);
        PdfName type = type(element);
        if (type == null) {
            elements.put(element, above);
            return above;
        }
        // Its row may have made it just now.
        known = elements.get(element);
        if (known != null) {
            return known;
        }
        PdfStructureElement made = new PdfStructureElement(above, type);
        made.remove(PdfName.TYPE);
        elements.put(element, made);
        describe(element, type, made);
        if (element.getTagName().equals("tr")) {
            // Empty cells count, too: each row has as many as the others.
            for (Node cell = element.getFirstChild(); cell != null; cell = cell.getNextSibling()) {
                place((Element) cell);
            }
        }
        return made;
    }

    private static void describe(Element element, PdfName type, PdfStructureElement made) {
        PdfDictionary about = new PdfDictionary();
        if (type.equals(HEAD_CELL)) {
            Element row = parent(element);
            Element rows = row == null ? null : parent(row);
            boolean column = rows != null && rows.getTagName().equals("thead");
            about.put(new PdfName("Scope"), new PdfName(column ? "Column" : "Row"));
        }
        if (!element.getAttribute("colspan").isEmpty()) {
            about.put(new PdfName("ColSpan"), new PdfNumber(element.getAttribute("colspan")));
        }
        if (about.size() > 0) {
            about.put(PdfName.O, new PdfName("Table"));
            made.put(PdfName.A, about);
        }
    }

    /** Null for what has no meaning of its own. */
    private static @Nullable PdfName type(Element element) {
        String tag = element.getTagName();
        return switch (tag) {
            case "h1" -> PdfName.H1;
            case "h2" -> PdfName.H2;
            case "span" -> SPAN;
            case "div" -> hasChildren(element) ? null : PARAGRAPH;
            default -> PARTS.containsKey(tag) && holdsFigures(table(element)) ? part(element) : null;
        };
    }

    /** The first cell of a line of sums says what the line is. */
    private static PdfName part(Element element) {
        boolean names = element.getTagName().equals("td")
                && element.getPreviousSibling() == null
                && table(element).getAttribute("class").equals("sums");
        return names ? HEAD_CELL : Objects.requireNonNull(PARTS.get(element.getTagName()));
    }

    private static boolean holdsFigures(Element table) {
        Element outer = parent(table);
        return FIGURES.contains(table.getAttribute("class").split(" ")[0])
                || outer != null && outer.getAttribute("class").equals("facts");
    }

    private static Element table(Element part) {
        Element at = part;
        while (!at.getTagName().equals("table")) {
            at = Objects.requireNonNull(parent(at));
        }
        return at;
    }

    private static boolean hasChildren(Element element) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Element parent(Element element) {
        return element.getParentNode() instanceof Element outer ? outer : null;
    }
}
