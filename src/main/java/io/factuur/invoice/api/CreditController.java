package io.factuur.invoice.api;

import io.factuur.api.MoneyJson;
import io.factuur.invoice.Credit;
import io.factuur.invoice.CreditKind;
import io.factuur.invoice.Credits;
import io.factuur.invoice.NewCredit;
import io.factuur.security.CurrentPerson;
import io.factuur.shared.Money;
import io.factuur.shared.Problem;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Prepayments and credits of a scope. */
@RestController
@RequestMapping("/api/v1/scopes/{id}/credits")
class CreditController {

    private final Credits credits;
    private final Clock clock;
    private final CurrentPerson me;

    CreditController(Credits credits, Clock clock, CurrentPerson me) {
        this.credits = credits;
        this.clock = clock;
        this.me = me;
    }

    /** @param amount in the scope's currency, as a string */
    record CreditAsked(
            @Nullable CreditKind kind,
            @Nullable String amount,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String note) {}

    record CreditJson(
            String id,
            CreditKind kind,
            MoneyJson amount,
            MoneyJson remaining,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String note) {

        static CreditJson of(Credit credit) {
            Currency currency = Currency.getInstance(credit.currency());
            return new CreditJson(
                    String.valueOf(credit.id()),
                    credit.kind(),
                    MoneyJson.of(new Money(currency, credit.amount())),
                    MoneyJson.of(new Money(currency, credit.remaining())),
                    credit.validFrom(),
                    credit.validTo(),
                    credit.note());
        }
    }

    record CreditsJson(List<CreditJson> items) {}

    @GetMapping
    CreditsJson list(@PathVariable long id) {
        return new CreditsJson(
                credits.of(id, me.get()).stream().map(CreditJson::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CreditJson give(@PathVariable long id, @RequestBody CreditAsked asked) {
        if (asked.amount() == null || !asked.amount().matches("\\d{1,20}(\\.\\d{1,10})?")) {
            throw Problem.invalid("problem.parameter", "amount", String.valueOf(asked.amount()));
        }
        NewCredit wanted = new NewCredit(
                Objects.requireNonNullElse(asked.kind(), CreditKind.CREDIT),
                new BigDecimal(asked.amount()),
                asked.validFrom() == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : asked.validFrom(),
                asked.validTo(),
                asked.note() == null ? "" : asked.note());
        return CreditJson.of(credits.give(id, wanted, me.get()));
    }
}
