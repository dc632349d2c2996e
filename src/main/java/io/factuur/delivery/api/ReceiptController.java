package io.factuur.delivery.api;

import io.factuur.api.Page;
import io.factuur.delivery.Receipt;
import io.factuur.delivery.ReceiptCount;
import io.factuur.delivery.Receipts;
import io.factuur.security.CurrentPerson;
import io.factuur.security.Person;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/invoices/{number}/receipts")
class ReceiptController {

    private final Receipts receipts;
    private final CurrentPerson me;

    ReceiptController(Receipts receipts, CurrentPerson me) {
        this.receipts = receipts;
        this.me = me;
    }

    @GetMapping
    BookJson list(
            @PathVariable String number,
            @RequestParam(defaultValue = "0") long cursor,
            @RequestParam(defaultValue = "100") int limit) {
        Person person = me.get();
        Page<ReceiptJson> page =
                Page.of(size -> receipts.of(number, cursor, size, person), limit, ReceiptJson::of, Receipt::id);
        return new BookJson(receipts.count(number, person), page.items(), page.next());
    }

    /** Has one mail sent again. */
    @PostMapping("/{id}/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void resend(@PathVariable String number, @PathVariable long id) {
        receipts.resend(number, id, me.get());
    }

    record BookJson(
            ReceiptCount summary,
            List<ReceiptJson> items,
            @Nullable String next) {}

    /** @param recipient null once the address has been erased; its hash stays */
    record ReceiptJson(
            String id,
            @Nullable String recipient,
            String recipientHash,
            @Nullable String name,
            String state,
            @Nullable String reason,
            String language,
            String content,
            int attempts,
            boolean mayBeRepeated,
            int resends,
            @Nullable Integer code,
            @Nullable String words,
            Instant queuedAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant bouncedAt,
            @Nullable Instant downloadedAt) {

        static ReceiptJson of(Receipt receipt) {
            return new ReceiptJson(
                    String.valueOf(receipt.id()),
                    receipt.recipient(),
                    receipt.recipientHash(),
                    receipt.name(),
                    receipt.state().name(),
                    receipt.reason(),
                    receipt.language(),
                    receipt.content().name(),
                    receipt.attempts(),
                    receipt.repeats() > 0,
                    receipt.resends(),
                    receipt.code(),
                    receipt.words(),
                    receipt.queuedAt(),
                    receipt.acceptedAt(),
                    receipt.bouncedAt(),
                    receipt.downloadedAt());
        }
    }
}
