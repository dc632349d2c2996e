package io.factuur.invoice.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.factuur.invoice.Invoices;
import io.factuur.invoice.Proof;
import io.factuur.invoice.Proofs;
import io.factuur.security.CurrentPerson;
import io.factuur.shared.Money;
import io.factuur.shared.Problem;
import io.factuur.ui.Badge;
import io.factuur.ui.DocumentLink;
import io.factuur.ui.Formats;
import io.factuur.ui.PageHeader;
import io.factuur.ui.Scrolling;
import io.factuur.ui.Term;
import io.factuur.ui.TermHelp;
import io.factuur.ui.WithinScope;
import jakarta.annotation.security.PermitAll;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** The bridge from the usage rows to an invoice's total, computed anew while one looks. */
@Route("invoices/:number/proof")
@PermitAll
class ProofView extends Main implements BeforeEnterObserver, HasDynamicTitle, WithinScope {

    private final Proofs proofs;
    private final Invoices invoices;
    private final CurrentPerson me;
    private final Formats formats = Formats.here();
    private String title = "";
    private long scopeId;

    ProofView(Proofs proofs, Invoices invoices, CurrentPerson me) {
        this.proofs = proofs;
        this.invoices = invoices;
        this.me = me;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String number = event.getRouteParameters().get("number").orElseThrow(Problem::notFound);
        Proof proof = proofs.of(number, me.get());
        scopeId = invoices.row(number, me.get()).scopeId();
        title = getTranslation("proof.title", number);
        removeAll();
        add(
                new PageHeader(title)
                        .subtitle(new Anchor("invoices/" + number, getTranslation("proof.back", number)))
                        .actions(new DocumentLink(
                                "/api/v1/invoices/" + number + "/proof.csv", getTranslation("proof.csv"))),
                verdict(proof),
                card(proof));
    }

    private Div verdict(Proof proof) {
        Div banner =
                new Div(new Paragraph(getTranslation(proof.holds() ? "proof.holds" : "proof.broken", proof.rows())));
        banner.addClassNames("banner", proof.holds() ? "banner-good" : "banner-bad");
        return banner;
    }

    private Section card(Proof proof) {
        NativeTable table = new NativeTable();
        table.addClassNames("data-table", "sums", "bridge");
        NativeTableRow head = new NativeTableRow();
        for (String key : new String[] {"proof.step", "proof.computed", "proof.stored", "proof.agrees"}) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation(key));
            cell.getElement().setAttribute("scope", "col");
            cell.setClassName("number", !key.equals("proof.step"));
            head.add(cell);
        }
        table.getHead().add(head);
        proof.steps().forEach(step -> table.getBody().add(row(proof, step)));
        Section card = new Section(new Paragraph(getTranslation("proof.about")), new Scrolling(title, table));
        card.addClassName("card");
        return card;
    }

    private NativeTableRow row(Proof proof, Proof.Step step) {
        NativeTableHeaderCell name = new NativeTableHeaderCell(getTranslation(step.labelKey()));
        name.getElement().setAttribute("scope", "row");
        term(step).ifPresent(term -> name.add(new TermHelp(term)));
        NativeTableCell verdict = new NativeTableCell();
        verdict.addClassName("number");
        verdict.add(
                step.agrees()
                        ? new Badge(Badge.Tone.GOOD, getTranslation("proof.yes"))
                        : new Badge(Badge.Tone.BAD, getTranslation("proof.no")));
        NativeTableRow row = new NativeTableRow(
                name,
                figure("proof.computed", proof, step.computed()),
                figure("proof.stored", proof, step.stored()),
                verdict);
        row.setClassName("sum", step.sum());
        return row;
    }

    private static Optional<Term> term(Proof.Step step) {
        return Arrays.stream(Term.values())
                .filter(term -> step.labelKey().equals("proof." + term))
                .findFirst();
    }

    /** On a narrow screen the heading stands beside the figure. */
    private NativeTableCell figure(String headingKey, Proof proof, BigDecimal value) {
        NativeTableCell cell = new NativeTableCell(formats.exactMoney(new Money(proof.currency(), value)));
        cell.addClassName("number");
        cell.getElement().setAttribute("data-heading", getTranslation(headingKey));
        return cell;
    }

    @Override
    public long scopeId() {
        return scopeId;
    }

    @Override
    public String segment() {
        return "invoices";
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
