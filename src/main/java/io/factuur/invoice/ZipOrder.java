package io.factuur.invoice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a page hands to the file room for a ZIP of invoices. */
public final class ZipOrder {

    /** The kind of prepared file. */
    public static final String KIND = InvoiceZip.KIND;

    private static final JsonMapper JSON = new JsonMapper();

    private ZipOrder() {}

    /** @param numbers those that were chosen; empty for all that match */
    public static String json(InvoiceQuery query, List<String> numbers) {
        Map<String, Object> order = new LinkedHashMap<>(FilterWords.write(query.filter()));
        order.put("scope", String.valueOf(query.scopeId()));
        if (!numbers.isEmpty()) {
            order.put("numbers", numbers);
        }
        return JSON.writeValueAsString(order);
    }
}
