package io.factuur.invoice.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.factuur.invoice.Issuer;
import io.factuur.invoice.IssuerDetails;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import io.factuur.ui.NamedFields;
import io.factuur.ui.Notices;
import io.factuur.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** Who issues the invoices: what stands on their letterhead, and the terms where a customer has none of their own. */
@Route("operator/issuer")
@RolesAllowed("OPERATOR")
class IssuerView extends Main implements HasDynamicTitle {

    final TextField name = field("name");
    final TextArea address = new TextArea(getTranslation("issuer.address"));
    final TextField vatId = field("vat-id");
    final TextField registration = field("registration");
    final TextField email = field("email");
    final TextField phone = field("phone");
    final TextField website = field("website");
    final TextField bank = field("bank");
    final TextField iban = field("iban");
    final TextField bic = field("bic");
    final BigDecimalField tax = new BigDecimalField(getTranslation("terms.tax-percent"));
    final IntegerField days = new IntegerField(getTranslation("terms.days"));
    final Button save = new Button(getTranslation("ui.save"));

    private final NamedFields named = new NamedFields()
            .with("name", name)
            .with("address", address)
            .with("vatId", vatId)
            .with("registration", registration)
            .with("email", email)
            .with("phone", phone)
            .with("website", website)
            .with("bank", bank)
            .with("iban", iban)
            .with("bic", bic)
            .with("taxRate", tax)
            .with("paymentTermDays", days);
    private final Issuer issuer;
    private final Person person;

    IssuerView(Issuer issuer, CurrentPerson me) {
        this.issuer = issuer;
        this.person = me.get();
        addClassNames("page", "narrow");
        name.setRequiredIndicatorVisible(true);
        address.setRequiredIndicatorVisible(true);
        address.setHelperText(getTranslation("issuer.address.help"));
        tax.setLocale(getLocale());
        save.addThemeName("primary");
        save.addClickListener(click -> save());
        FormLayout form =
                new FormLayout(name, address, vatId, registration, email, phone, website, bank, iban, bic, tax, days);
        form.setColspan(name, 2);
        form.setColspan(address, 2);
        Div card = new Div(form, new Div(save));
        card.addClassName("card");
        add(new PageHeader(getTranslation("issuer.title")).subtitle(getTranslation("issuer.about")), card);
        show(issuer.details(person));
    }

    private TextField field(String key) {
        return new TextField(getTranslation("issuer." + key));
    }

    private void show(IssuerDetails details) {
        name.setValue(details.name());
        address.setValue(String.join("\n", details.address()));
        vatId.setValue(details.vatId());
        registration.setValue(details.registration());
        email.setValue(details.email());
        phone.setValue(details.phone());
        website.setValue(details.website());
        bank.setValue(details.bank());
        iban.setValue(details.iban());
        bic.setValue(details.bic());
        BigDecimal percent = details.taxRate().movePointRight(2).stripTrailingZeros();
        tax.setValue(percent.setScale(Math.max(2, percent.scale())));
        days.setValue(details.paymentTermDays());
    }

    private void save() {
        IssuerDetails wanted = new IssuerDetails(
                name.getValue(),
                List.of(address.getValue().split("\\R")),
                vatId.getValue(),
                registration.getValue(),
                email.getValue(),
                phone.getValue(),
                website.getValue(),
                bank.getValue(),
                iban.getValue(),
                bic.getValue(),
                Objects.requireNonNullElse(tax.getValue(), BigDecimal.ZERO).movePointLeft(2),
                Objects.requireNonNullElse(days.getValue(), -1));
        named.forget();
        if (Notices.attempt(() -> issuer.change(wanted, person), named::refuse)) {
            Notices.done(getTranslation("issuer.saved"));
            show(issuer.details(person));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("issuer.title");
    }
}
