package io.factuur.invoice.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.factuur.agreement.Operation;
import io.factuur.invoice.InvoiceRow;
import io.factuur.invoice.IssuedDocument;
import io.factuur.ui.Formats;
import java.util.List;
import java.util.Set;

/** The documents as issued, each with the seal that the journal keeps of it. */
class DocumentsCard extends Section {

    private final Formats formats = Formats.here();

    DocumentsCard(InvoiceRow row, List<IssuedDocument> documents, Set<Operation> allowed) {
        addClassName("card");
        Div links = new Div();
        links.add(InvoiceDocumentLinks.of(row, allowed));
        links.addClassName("document-links");
        add(new H2(getTranslation("invoice.documents")), links);
        if (documents.isEmpty()) {
            add(new Paragraph(getTranslation("invoice.documents.soon")));
        }
        documents.forEach(document -> add(seal(document)));
        Anchor check = new Anchor("check", getTranslation("check.title"));
        Paragraph line = new Paragraph(new Span(getTranslation("invoice.documents.check") + " "), check);
        line.addClassName("quiet");
        add(line);
    }

    private Div seal(IssuedDocument document) {
        Code digest = new Code(document.sha256());
        digest.addClassName("id");
        Span head = new Span(document.kind() + ", " + formats.size(document.sizeBytes()) + ", "
                + formats.dateTime(document.madeAt()));
        Div seal = new Div(head, digest);
        seal.addClassName("seal");
        return seal;
    }
}
