package io.factuur.invoice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.factuur.invoice.InvoiceLife;
import io.factuur.invoice.InvoiceRow;
import io.factuur.invoice.OpenInvoices;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.shared.Money;
import io.factuur.ui.Badge;
import io.factuur.ui.DefinitionList;
import io.factuur.ui.Formats;
import io.factuur.ui.NamedFields;
import io.factuur.ui.Notices;
import io.factuur.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.util.function.Supplier;

/** Where the operator records what was paid on an invoice and puts mistakes right. What is on it stays hidden. */
@Route("operator/invoices")
@RolesAllowed("OPERATOR")
class OperatorInvoiceView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final String NUMBER = "number";

    private final InvoiceLife life;
    private final OpenInvoices open;
    private final Person person;
    private final Formats formats = Formats.here();
    private final Div shown = new Div();

    final TextField number = new TextField();
    final PaymentFields payment = new PaymentFields();
    final TextField reason = new TextField();
    final BigDecimalField credited = new BigDecimalField();

    private final NamedFields correcting =
            new NamedFields().with("amount", credited).with("reason", reason);

    OperatorInvoiceView(InvoiceLife life, OpenInvoices open, CurrentPerson me) {
        this.life = life;
        this.open = open;
        this.person = me.get();
        addClassName("page");
        number.setLabel(getTranslation("invoices.number"));
        Button look = new Button(getTranslation("life.look"), click -> getUI().ifPresent(ui -> ui.navigate(
                OperatorInvoiceView.class,
                QueryParameters.of(NUMBER, number.getValue().strip()))));
        Div form = new Div(number, look);
        form.addClassNames("toolbar", "toolbar-form");
        add(new PageHeader(getTranslation("life.title")).subtitle(getTranslation("life.about")), form, shown);
        reason.setLabel(getTranslation("life.reason"));
        reason.setHelperText(getTranslation("life.reason.help"));
        credited.setLabel(getTranslation("life.credit-amount"));
        credited.setHelperText(getTranslation("life.credit-amount.help"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(NUMBER)
                .filter(asked -> !asked.isBlank())
                .ifPresentOrElse(
                        asked -> {
                            number.setValue(asked);
                            Notices.attempt(() -> show(life.look(asked, person)));
                        },
                        this::list);
    }

    private void list() {
        shown.removeAll();
        shown.setClassName("open-invoices");
        shown.add(new H2(getTranslation("life.open")), new OpenInvoiceGrid(open, person));
    }

    private void show(InvoiceRow row) {
        shown.removeAll();
        shown.setClassName("card-grid");
        Div left = new Div(facts(row), correction(row));
        left.addClassName("credits");
        shown.add(left, payment(row));
    }

    private Section facts(InvoiceRow row) {
        return card(
                "life.stands",
                new DefinitionList()
                        .add(getTranslation("invoices.number"), row.number())
                        .add(getTranslation("invoices.scope"), row.scopeName())
                        .add(getTranslation("invoices.period"), formats.period(row.period()))
                        .add(
                                getTranslation("invoices.status"),
                                new Badge(Tones.of(row.status()), getTranslation(row.statusKey())))
                        .add(getTranslation("invoices.amount-due"), money(row, row.amountDue()))
                        .add(getTranslation("invoices.due-date"), formats.date(row.dueDate())));
    }

    private Section payment(InvoiceRow row) {
        Button pay = new Button(
                getTranslation("life.pay"),
                click -> run(payment.named, "life.paid", () -> life.pay(row.number(), payment.read(), person)));
        pay.addThemeVariants(ButtonVariant.PRIMARY);
        Section card = card("life.payment", payment.all());
        card.add(pay);
        return card;
    }

    private Section correction(InvoiceRow row) {
        Button voided = new Button(
                getTranslation("life.void"),
                click -> run(correcting, "life.voided", () -> life.voided(row.number(), reason.getValue(), person)));
        Button credit = new Button(
                getTranslation("life.credit"),
                click -> run(
                        correcting,
                        "life.credited",
                        () -> life.credit(row.number(), credited.getValue(), reason.getValue(), person)));
        Button rebill = new Button(
                getTranslation("life.rebill"),
                click -> run(correcting, "life.rebilled", () -> life.rebill(row.number(), reason.getValue(), person)));
        Div buttons = new Div(voided, credit, rebill);
        buttons.addClassName("toolbar");
        return card("life.correct", new Paragraph(getTranslation("life.correct.about")), reason, credited, buttons);
    }

    private Section card(String headingKey, Component... parts) {
        Section card = new Section(new H2(getTranslation(headingKey)));
        card.add(parts);
        card.addClassName("card");
        return card;
    }

    /** Does it, says so with the number of the paper it made, and shows where the invoice stands now. */
    private void run(NamedFields form, String doneKey, Supplier<InvoiceRow> action) {
        payment.named.forget();
        correcting.forget();
        Notices.attempt(
                () -> {
                    InvoiceRow made = action.get();
                    Notices.done(getTranslation(doneKey, made.number()));
                    payment.clear();
                    credited.clear();
                    reason.clear();
                    show(life.look(number.getValue(), person));
                },
                form::refuse);
    }

    private String money(InvoiceRow row, BigDecimal value) {
        return formats.money(new Money(row.figures().currency(), value));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("life.title");
    }
}
