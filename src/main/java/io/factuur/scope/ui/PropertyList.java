package io.factuur.scope.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.factuur.agreement.Offer;
import io.factuur.agreement.Property;
import io.factuur.scope.Address;
import io.factuur.scope.Enrollment;
import io.factuur.scope.Properties;
import io.factuur.scope.Scope;
import io.factuur.scope.Sold;
import io.factuur.scope.Terms;
import io.factuur.shared.Money;
import io.factuur.ui.DefinitionList;
import io.factuur.ui.Formats;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What is known about a scope, in names and values; only what a scope of its kind has. */
class PropertyList extends DefinitionList {

    private final Formats formats = Formats.here();

    PropertyList(Scope scope, Properties properties) {
        Set<Property> there = scope.agreement().terms().propertiesAt(scope.kind());
        add(getTranslation("scope.name"), properties.displayName());
        add(
                getTranslation("properties.type"),
                getTranslation(scope.agreement().labelKey()),
                io.factuur.ui.Term.AGREEMENT_TYPE);
        add(getTranslation("properties.kind"), getTranslation(scope.kind().labelKey()));
        addId(getTranslation("scope.id"), scope.externalId());
        add(
                getTranslation("scope.currency"),
                scope.currency().getDisplayName(getLocale()) + " ("
                        + scope.currency().getCurrencyCode() + ")");
        add(getTranslation("properties.since"), formats.date(scope.createdAt()));
        for (Property property : Property.values()) {
            if (property != Property.DISPLAY_NAME && there.contains(property)) {
                show(property, properties, scope);
            }
        }
    }

    private void show(Property property, Properties known, Scope scope) {
        switch (property) {
            case BILL_TO -> address(property, known.billTo());
            case SOLD_TO -> address(property, known.soldTo());
            case SHIP_TO -> address(property, known.shipTo());
            case PURCHASE_ORDER -> line(property, known.purchaseOrder());
            case TAX_ID -> line(property, known.taxId());
            case CONTACT_EMAIL -> line(property, known.contactEmail());
            case COST_CENTER -> line(property, known.costCenter());
            case ENROLLMENT -> enrollment(known.enrollment());
            case OFFER -> offer(known.sold(), scope);
            case TERMS -> terms(known.terms());
            case STATUS -> line(property, getTranslation(known.status().labelKey()));
            case DISPLAY_NAME -> line(property, known.displayName());
        }
    }

    private void enrollment(Enrollment enrollment) {
        add(getTranslation("enrollment.start"), date(enrollment.start()));
        add(getTranslation("enrollment.end"), date(enrollment.end()));
        add(getTranslation("enrollment.channel"), text(enrollment.channel()));
        add(getTranslation("enrollment.support"), text(enrollment.supportLevel()));
    }

    private void offer(Sold sold, Scope scope) {
        line(Property.OFFER, getTranslation(sold.offer().labelKey()));
        if (sold.offer() == Offer.MONTHLY_CREDIT && sold.monthlyCredit() != null) {
            add(getTranslation("offer.credit"), formats.money(new Money(scope.currency(), sold.monthlyCredit())));
        }
        if (sold.sovereignCloud()) {
            add(getTranslation("offer.cloud"), getTranslation("offer.cloud.sovereign"));
        }
    }

    private void terms(Terms terms) {
        add(getTranslation("terms.tax-rate"), percent(terms.taxRate()));
        add(
                getTranslation("terms.days"),
                terms.paymentDays() == null
                        ? getTranslation("terms.usual")
                        : getTranslation("terms.days.value", terms.paymentDays()));
    }

    private void address(Property property, Address address) {
        if (address == null) {
            line(property, null);
            return;
        }
        Div lines = new Div();
        lines.addClassName("address");
        Stream.concat(
                        address.nameAndStreet().stream(),
                        Stream.of(
                                Stream.of(address.postalCode(), address.city(), address.region())
                                        .filter(Objects::nonNull)
                                        .reduce((one, two) -> one + " " + two)
                                        .orElse(""),
                                Locale.of("", address.country()).getDisplayCountry(getLocale())))
                .map(Span::new)
                .forEach(lines::add);
        add(getTranslation(property.labelKey()), (Component) lines);
    }

    private void line(Property property, String value) {
        add(getTranslation(property.labelKey()), text(value));
    }

    private String date(LocalDate date) {
        return date == null ? text(null) : formats.date(date);
    }

    private String percent(BigDecimal rate) {
        if (rate == null) {
            return getTranslation("terms.usual");
        }
        NumberFormat percent = NumberFormat.getPercentInstance(getLocale());
        percent.setMaximumFractionDigits(4);
        return percent.format(rate);
    }

    private String text(String value) {
        return value == null || value.isBlank() ? getTranslation("properties.empty") : value;
    }
}
