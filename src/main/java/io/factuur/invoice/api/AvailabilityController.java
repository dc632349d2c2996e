package io.factuur.invoice.api;

import io.factuur.invoice.Availabilities;
import io.factuur.invoice.Availability;
import io.factuur.invoice.InvoiceRow;
import io.factuur.security.CurrentPerson;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** "Why is it not there?" */
@RestController
@RequestMapping("/api/v1")
class AvailabilityController {

    private final Availabilities availabilities;
    private final CurrentPerson me;

    AvailabilityController(Availabilities availabilities, CurrentPerson me) {
        this.availabilities = availabilities;
        this.me = me;
    }

    @GetMapping("/invoices/{number}/availability")
    AvailabilityJson ofInvoice(@PathVariable String number, Locale locale) {
        return AvailabilityJson.of(availabilities.of(number, me.get()), locale);
    }

    @GetMapping("/scopes/{id}/availability")
    AvailabilityJson atScope(@PathVariable long id, @RequestParam String period, Locale locale) {
        return AvailabilityJson.of(availabilities.at(id, period, me.get()), locale);
    }

    /** @param from the day from which the reason will be gone, where that is known */
    record WhyJson(
            Availability.Code code,
            String sentence,
            @Nullable LocalDate from) {}

    record AvailabilityJson(
            String scope, @Nullable String period, boolean available, List<String> invoices, List<WhyJson> reasons) {

        static AvailabilityJson of(Availability found, Locale locale) {
            return new AvailabilityJson(
                    String.valueOf(found.scopeId()),
                    found.period() == null ? null : found.period().code(),
                    found.available(),
                    found.invoices().stream().map(InvoiceRow::number).toList(),
                    found.reasons().stream()
                            .map(why -> new WhyJson(why.code(), why.sentence(locale), why.from()))
                            .toList());
        }
    }
}
