package io.factuur.scope.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.factuur.scope.Address;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** An address as it stands on an envelope, with the country's name in the reader's language. */
class AddressLines extends Div {

    AddressLines(Address address) {
        addClassName("address");
        String place = Stream.of(address.postalCode(), address.city(), address.region())
                .filter(Objects::nonNull)
                .reduce((one, two) -> one + " " + two)
                .orElse("");
        String country = Locale.of("", address.country()).getDisplayCountry(getLocale());
        Stream.concat(address.nameAndStreet().stream(), Stream.of(place, country))
                .map(Span::new)
                .forEach(this::add);
    }
}
