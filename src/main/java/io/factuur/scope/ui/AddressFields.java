package io.factuur.scope.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextField;
import io.factuur.scope.Address;
import io.factuur.ui.NamedFields;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/** The lines of one address. */
class AddressFields extends Div {

    final TextField company = new TextField();
    final TextField line1 = new TextField();
    final TextField line2 = new TextField();
    final TextField postalCode = new TextField();
    final TextField city = new TextField();
    final TextField region = new TextField();
    final ComboBox<String> country = new ComboBox<>();
    private String line3 = "";

    AddressFields(String heading) {
        addClassName("address-fields");
        company.setLabel(getTranslation("address.company"));
        line1.setLabel(getTranslation("address.line1"));
        line2.setLabel(getTranslation("address.line2"));
        postalCode.setLabel(getTranslation("address.postal-code"));
        city.setLabel(getTranslation("address.city"));
        region.setLabel(getTranslation("address.region"));
        country.setLabel(getTranslation("address.country"));
        country.setItems(Arrays.stream(Locale.getISOCountries())
                .sorted(Comparator.comparing(this::countryName))
                .toList());
        country.setItemLabelGenerator(this::countryName);
        FormLayout form = new FormLayout(company, line1, line2, postalCode, city, region, country);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("30rem", 2));
        add(new H3(heading), form);
    }

    AddressFields show(Address address) {
        if (address != null) {
            company.setValue(text(address.company()));
            line1.setValue(address.line1());
            line2.setValue(text(address.line2()));
            line3 = text(address.line3());
            postalCode.setValue(text(address.postalCode()));
            city.setValue(address.city());
            region.setValue(text(address.region()));
            country.setValue(address.country());
        }
        return this;
    }

    /** Marks what an address cannot do without; an address of which nothing is filled in is none. */
    boolean isComplete() {
        boolean begun = Stream.of(company, line1, line2, postalCode, city)
                .anyMatch(field -> !field.getValue().isBlank());
        boolean street = filled(line1, begun, line1.getValue());
        boolean place = filled(city, begun, city.getValue());
        boolean land = filled(country, begun, country.getValue());
        return street && place && land;
    }

    void focusMissing() {
        if (line1.isInvalid()) {
            line1.focus();
        } else if (city.isInvalid()) {
            city.focus();
        } else {
            country.focus();
        }
    }

    private <F extends HasValidation> boolean filled(F field, boolean needed, String value) {
        boolean missing = needed && (value == null || value.isBlank());
        field.setErrorMessage(missing ? getTranslation("ui.fill-in") : "");
        field.setInvalid(missing);
        return !missing;
    }

    /** By the names that {@link Address} has for them. */
    NamedFields named() {
        return new NamedFields()
                .with("company", company)
                .with("line1", line1)
                .with("line2", line2)
                .with("postalCode", postalCode)
                .with("city", city)
                .with("region", region)
                .with("country", country);
    }

    /** As typed; the service says what is wrong with it. */
    Address read() {
        return new Address(
                company.getValue(),
                line1.getValue(),
                line2.getValue(),
                line3,
                city.getValue(),
                postalCode.getValue(),
                region.getValue(),
                text(country.getValue()));
    }

    private String countryName(String code) {
        return Locale.of("", code).getDisplayCountry(getLocale());
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
