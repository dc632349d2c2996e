package io.factuur.invoice.api;

import io.factuur.api.MoneyJson;
import io.factuur.invoice.Credit;
import io.factuur.invoice.CreditBalances;
import io.factuur.invoice.CreditKind;
import io.factuur.invoice.CreditMonth;
import io.factuur.invoice.Credits;
import io.factuur.invoice.NewCredit;
import io.factuur.scope.Scopes;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
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
    private final CreditBalances balances;
    private final Scopes scopes;
    private final Clock clock;
    private final CurrentPerson me;

    CreditController(Credits credits, CreditBalances balances, Scopes scopes, Clock clock, CurrentPerson me) {
        this.credits = credits;
        this.balances = balances;
        this.scopes = scopes;
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
        NewCredit wanted = new NewCredit(
                Objects.requireNonNullElse(asked.kind(), CreditKind.CREDIT),
                amount(asked.amount()),
                asked.validFrom() == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : asked.validFrom(),
                asked.validTo(),
                asked.note() == null ? "" : asked.note());
        return CreditJson.of(credits.give(id, wanted, me.get()));
    }

    /** @param amount negative to take away; in the scope's currency, as a string */
    record AdjustmentAsked(
            @Nullable String amount, @Nullable String reason) {}

    @PostMapping("/{credit}/adjustments")
    @ResponseStatus(HttpStatus.CREATED)
    CreditJson adjust(@PathVariable long id, @PathVariable long credit, @RequestBody AdjustmentAsked asked) {
        String reason = asked.reason() == null ? "" : asked.reason();
        return CreditJson.of(credits.adjust(id, credit, amount(asked.amount()), reason, me.get()));
    }

    /** The months, the latest first. */
    @GetMapping("/months")
    MonthsJson months(@PathVariable long id) {
        Person person = me.get();
        Currency currency = scopes.get(id, person).scope().currency();
        return new MonthsJson(balances.months(id, person).stream()
                .map(month -> MonthJson.of(month, currency))
                .toList());
    }

    record MonthsJson(List<MonthJson> items) {}

    /** {@code starting + given + adjusted - applied = ending}. */
    record MonthJson(
            String month,
            MoneyJson starting,
            MoneyJson given,
            MoneyJson adjusted,
            MoneyJson applied,
            MoneyJson ending) {

        static MonthJson of(CreditMonth month, Currency currency) {
            return new MonthJson(
                    month.month().toString(),
                    MoneyJson.of(new Money(currency, month.starting())),
                    MoneyJson.of(new Money(currency, month.given())),
                    MoneyJson.of(new Money(currency, month.adjusted())),
                    MoneyJson.of(new Money(currency, month.applied())),
                    MoneyJson.of(new Money(currency, month.ending())));
        }
    }

    private static BigDecimal amount(@Nullable String text) {
        if (text == null || !text.matches("-?\\d{1,20}(\\.\\d{1,10})?")) {
            throw Problem.invalid("problem.parameter.amount", "amount", String.valueOf(text));
        }
        return new BigDecimal(text);
    }
}
