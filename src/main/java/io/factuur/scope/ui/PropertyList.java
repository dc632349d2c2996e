package io.factuur.scope.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.factuur.access.Assignment;
import io.factuur.agreement.Offer;
import io.factuur.agreement.Property;
import io.factuur.scope.Enrollment;
import io.factuur.scope.Inherited;
import io.factuur.scope.Properties;
import io.factuur.scope.Scope;
import io.factuur.scope.Sold;
import io.factuur.scope.StatusReason;
import io.factuur.shared.Money;
import io.factuur.ui.Badge;
import io.factuur.ui.Languages;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is known about a scope, in names and values; only what a scope of its kind has. */
class PropertyList extends TakenLines {

    private final Scope scope;

    /**
     * @param parent what it stands below, where that may be seen
     * @param owners of a scope that belongs to one person
     * @param above what fills in what is missing here, the nearest first
     * @param today in UTC
     */
    PropertyList(
            Scope scope,
            Scope parent,
            Properties properties,
            List<Assignment> owners,
            List<Inherited> above,
            LocalDate today) {
        super(above);
        this.scope = scope;
        Set<Property> there = scope.agreement().terms().propertiesAt(scope.kind());
        add(getTranslation("scope.name"), properties.displayName());
        add(
                getTranslation("properties.type"),
                getTranslation(scope.agreement().labelKey()),
                io.factuur.ui.Term.AGREEMENT_TYPE);
        add(getTranslation("properties.kind"), getTranslation(scope.kind().labelKey()));
        if (parent != null) {
            add(
                    getTranslation(parent.kind().labelKey()),
                    new Anchor("billing/" + parent.id() + "/properties", parent.name()));
        }
        for (Assignment owner : owners) {
            add(getTranslation(owner.role().labelKey()), owner.displayName() + " (" + owner.username() + ")");
        }
        addId(getTranslation("scope.id"), scope.externalId());
        add(
                getTranslation("scope.currency"),
                scope.currency().getDisplayName(getLocale()) + " ("
                        + scope.currency().getCurrencyCode() + ")");
        add(getTranslation("properties.since"), formats.date(scope.createdAt()));
        if (scope.kind() == scope.agreement().terms().invoicedKind()) {
            add(
                    getTranslation("properties.period"),
                    formats.period(scope.agreement().terms().periodOf(today, scope.since())));
        }
        for (Property property : Property.values()) {
            if (property != Property.DISPLAY_NAME && there.contains(property)) {
                show(property, properties);
            }
        }
    }

    private void show(Property property, Properties known) {
        switch (property) {
            case BILL_TO ->
                taken(property.labelKey(), known, Properties::billTo, AddressLines::new, "properties.empty");
            case SOLD_TO -> taken(property.labelKey(), known, Properties::soldTo, AddressLines::new, withoutSoldTo());
            case SHIP_TO ->
                taken(property.labelKey(), known, Properties::shipTo, AddressLines::new, "properties.as-sold-to");
            case PURCHASE_ORDER -> order(known);
            case TAX_ID -> taken(property.labelKey(), known, Properties::taxId, Span::new, "properties.empty");
            case REGISTRATION_NUMBER -> line(property, known.registrationNumber());
            case CONTACT_EMAIL -> line(property, known.contactEmail());
            case COST_CENTER -> line(property, known.costCenter());
            case TAGS -> tags(known.tags());
            case ENROLLMENT -> enrollment(known.enrollment());
            case OFFER -> offer(known.sold(), scope);
            case TERMS -> terms(known);
            case STATUS -> line(property, getTranslation(known.status().labelKey()));
            case STATUS_REASON -> reason(known.statusReason());
            case DISPLAY_NAME -> line(property, known.displayName());
        }
    }

    private String withoutSoldTo() {
        return scope.agreement().terms().propertiesAt(scope.kind()).contains(Property.BILL_TO)
                ? "properties.as-bill-to"
                : "properties.empty";
    }

    private void order(Properties known) {
        String label = Property.PURCHASE_ORDER.labelKey();
        if (known.purchaseOrder() == null && scope.agreement().terms().ordersUnderOwnNumber()) {
            add(getTranslation(label), (Component)
                    new Div(new Span(scope.externalId()), note(getTranslation("properties.own-number"))));
        } else {
            taken(label, known, Properties::purchaseOrder, Span::new, "properties.empty");
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

    private void terms(Properties known) {
        taken(
                "terms.tax-rate",
                known,
                properties -> properties.terms().taxRate(),
                rate -> new Span(percent(rate)),
                "terms.usual");
        taken(
                "terms.days",
                known,
                properties -> properties.terms().paymentDays(),
                days -> new Span(getTranslation("terms.days.value", days)),
                "terms.usual");
        taken(
                "terms.language",
                known,
                properties -> properties.terms().language(),
                language -> new Span(Languages.name(Locale.of(language))),
                "terms.usual");
    }

    private void tags(Map<String, String> tags) {
        if (tags.isEmpty()) {
            line(Property.TAGS, null);
            return;
        }
        Div all = new Div();
        all.addClassName("tags");
        tags.forEach(
                (name, value) -> all.add(new Badge(Badge.Tone.NEUTRAL, value.isEmpty() ? name : name + ": " + value)));
        add(getTranslation(Property.TAGS.labelKey()), (Component) all);
    }

    private void reason(StatusReason reason) {
        if (reason != null) {
            line(Property.STATUS_REASON, getTranslation(reason.labelKey()));
        }
    }

    private void line(Property property, String value) {
        add(getTranslation(property.labelKey()), text(value));
    }

    private String percent(BigDecimal rate) {
        NumberFormat percent = NumberFormat.getPercentInstance(getLocale());
        percent.setMaximumFractionDigits(4);
        return percent.format(rate);
    }
}
