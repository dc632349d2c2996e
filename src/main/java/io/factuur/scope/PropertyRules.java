package io.factuur.scope;

import io.factuur.agreement.Offer;
import io.factuur.agreement.Property;
import io.factuur.shared.EmailAddress;
import io.factuur.shared.Problem;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks properties before they are kept, and says what differs between two states of them. */
final class PropertyRules {

    private PropertyRules() {}

    static Properties checked(Properties given) {
        String name = AddressRules.text(given.displayName(), "displayName", 300);
        if (name == null) {
            throw Problem.invalid("problem.field-missing", "displayName").in("displayName");
        }
        Address billTo = address(given.billTo(), "billTo");
        Address soldTo = address(given.soldTo(), "soldTo");
        String email = AddressRules.text(given.contactEmail(), "contactEmail", 254);
        return new Properties(
                name,
                billTo,
                soldTo,
                address(given.shipTo(), "shipTo"),
                AddressRules.text(given.purchaseOrder(), "purchaseOrder", 100),
                TaxIdRules.checked(given.taxId()),
                RegistrationRules.checked(given.registrationNumber(), soldTo == null ? billTo : soldTo),
                email == null ? null : email(email),
                AddressRules.text(given.costCenter(), "costCenter", 100),
                TagRules.checked(given.tags()),
                enrollment(given.enrollment()),
                sold(given.sold()),
                terms(given.terms()),
                given.status(),
                given.status().wantsReason() ? given.statusReason() : null,
                given.version());
    }

    private static @Nullable Address address(@Nullable Address given, String field) {
        try {
            return AddressRules.checked(given);
        } catch (Problem problem) {
            throw problem.in(field);
        }
    }

    private static String email(String given) {
        try {
            return new EmailAddress(given).value();
        } catch (Problem problem) {
            throw problem.in("contactEmail");
        }
    }

    private static Enrollment enrollment(Enrollment given) {
        if (given.start() != null && given.end() != null && given.end().isBefore(given.start())) {
            throw Problem.invalid("problem.enrollment.dates").in("end");
        }
        return new Enrollment(
                given.start(),
                given.end(),
                AddressRules.text(given.channel(), "channel", 20),
                AddressRules.text(given.supportLevel(), "supportLevel", 50));
    }

    private static Sold sold(Sold given) {
        BigDecimal credit = given.monthlyCredit();
        if (credit != null && credit.signum() < 0) {
            throw Problem.invalid("problem.credit").in("monthlyCredit");
        }
        BigDecimal kept = given.offer() == Offer.MONTHLY_CREDIT && credit != null ? credit.stripTrailingZeros() : null;
        return new Sold(given.offer(), kept, given.sovereignCloud());
    }

    private static Terms terms(Terms given) {
        BigDecimal rate = given.taxRate();
        if (rate != null && !Terms.isTaxRate(rate)) {
            throw Problem.invalid("problem.tax-rate").in("taxRate");
        }
        Integer days = given.paymentDays();
        if (days != null && (days < 0 || days > 365)) {
            throw Problem.invalid("problem.payment-days").in("paymentDays");
        }
        return new Terms(
                rate == null ? null : rate.stripTrailingZeros(),
                days,
                AddressRules.text(given.language(), "language", 10));
    }

    /** Before and after of each property that differs, as text. */
    static Map<Property, Change> changes(Properties before, Properties after) {
        Map<Property, Change> changes = new EnumMap<>(Property.class);
        compare(changes, Property.DISPLAY_NAME, before.displayName(), after.displayName());
        compare(changes, Property.BILL_TO, before.billTo(), after.billTo());
        compare(changes, Property.SOLD_TO, before.soldTo(), after.soldTo());
        compare(changes, Property.SHIP_TO, before.shipTo(), after.shipTo());
        compare(changes, Property.PURCHASE_ORDER, before.purchaseOrder(), after.purchaseOrder());
        compare(changes, Property.TAX_ID, before.taxId(), after.taxId());
        compare(changes, Property.REGISTRATION_NUMBER, before.registrationNumber(), after.registrationNumber());
        compare(changes, Property.CONTACT_EMAIL, before.contactEmail(), after.contactEmail());
        compare(changes, Property.COST_CENTER, before.costCenter(), after.costCenter());
        compare(changes, Property.TAGS, before.tags(), after.tags());
        compare(changes, Property.ENROLLMENT, before.enrollment(), after.enrollment());
        compare(changes, Property.OFFER, before.sold(), after.sold());
        compare(changes, Property.TERMS, before.terms(), after.terms());
        compare(changes, Property.STATUS, before.status(), after.status());
        compare(changes, Property.STATUS_REASON, before.statusReason(), after.statusReason());
        return changes;
    }

    private static void compare(
            Map<Property, Change> changes, Property property, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.put(property, new Change(text(property, before), text(property, after)));
        }
    }

    /** No mail address gets into the journal. */
    private static String text(Property property, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        return property == Property.CONTACT_EMAIL ? "(set)" : value.toString();
    }

    record Change(String before, String after) {}
}
