package io.factuur.invoice.api;

import io.factuur.invoice.InvoiceLife;
import io.factuur.invoice.NewPayment;
import io.factuur.invoice.PaymentMethod;
import io.factuur.security.CurrentPerson;
import io.factuur.shared.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the operator does to an issued invoice; each call answers with the invoice, or the paper that it made. */
@RestController
@RequestMapping("/api/v1/invoices/{number}")
class InvoiceLifeController {

    private final InvoiceLife life;
    private final CurrentPerson me;

    InvoiceLifeController(InvoiceLife life, CurrentPerson me) {
        this.life = life;
        this.me = me;
    }

    /** @param amount in the invoice's currency, as a string; all that is due when left out */
    record PaymentAsked(
            @Nullable LocalDate paidOn,
            @Nullable String amount,
            @Nullable PaymentMethod method,
            @Nullable String reference) {}

    record ReasonAsked(@Nullable String reason) {}

    /** @param amount before tax, as a string; all that has not been credited yet when left out */
    record CreditAsked(@Nullable String amount, @Nullable String reason) {}

    @PostMapping("/payments")
    @ResponseStatus(HttpStatus.CREATED)
    InvoiceJson pay(@PathVariable String number, @RequestBody PaymentAsked asked) {
        NewPayment payment = new NewPayment(asked.paidOn(), amount(asked.amount()), asked.method(), asked.reference());
        return InvoiceJson.of(life.pay(number, payment, me.get()));
    }

    @PostMapping("/void")
    InvoiceJson voided(@PathVariable String number, @RequestBody ReasonAsked asked) {
        return InvoiceJson.of(life.voided(number, text(asked.reason()), me.get()));
    }

    @PostMapping("/credit-notes")
    @ResponseStatus(HttpStatus.CREATED)
    InvoiceJson credit(@PathVariable String number, @RequestBody CreditAsked asked) {
        return InvoiceJson.of(life.credit(number, amount(asked.amount()), text(asked.reason()), me.get()));
    }

    @PostMapping("/rebill")
    @ResponseStatus(HttpStatus.CREATED)
    InvoiceJson rebill(@PathVariable String number, @RequestBody ReasonAsked asked) {
        return InvoiceJson.of(life.rebill(number, text(asked.reason()), me.get()));
    }

    private static @Nullable BigDecimal amount(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("-?\\d{1,20}(\\.\\d{1,10})?")) {
            throw Problem.invalid("problem.parameter.amount", "amount", text);
        }
        return new BigDecimal(text);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
