package io.factuur.invoice.api;

import io.factuur.invoice.InvoiceRow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/**
 * The JSON of invoices in lists. Writing it took nearly half of the time of a page of a hundred, and from one request to
 * the next hardly an invoice changes; so it is kept, and taken again where the row is the same in all its parts.
 */
@Component
class WrittenInvoices {

    /** Of about a kilobyte each. */
    private static final int MOST = 10_000;

    private final JsonMapper mapper;
    private final Map<Long, Kept> kept = new ConcurrentHashMap<>();

    WrittenInvoices(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** An {@link InvoiceJson} that has only to be copied into the answer. */
    @Schema(name = "InvoiceJson", implementation = InvoiceJson.class)
    static final class Written extends RawValue {

        Written(SerializableString json) {
            super(json);
        }
    }

    private record Kept(InvoiceRow row, Written json) {}

    Written of(InvoiceRow row) {
        Kept before = kept.get(row.id());
        if (before != null && before.row().equals(row)) {
            return before.json();
        }
        Written json = new Written(new SerializedString(mapper.writeValueAsString(InvoiceJson.of(row))));
        if (kept.size() >= MOST) {
            kept.clear();
        }
        kept.put(row.id(), new Kept(row, json));
        return json;
    }
}
