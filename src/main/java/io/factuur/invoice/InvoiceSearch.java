package io.factuur.invoice;

import io.factuur.access.AccessFilter;
import io.factuur.agreement.Operation;
import io.factuur.scope.SearchText;
import io.factuur.security.Person;
import io.factuur.ui.SearchSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds invoices by their number, or the beginning of it. */
@Component
class InvoiceSearch implements SearchSource {

    private final InvoiceReader reader;

    InvoiceSearch(InvoiceReader reader) {
        this.reader = reader;
    }

    @Override
    public List<Hit> search(String typed, int limit, Person person) {
        if (typed.strip().length() < 2) {
            return List.of();
        }
        AccessFilter mine = AccessFilter.of(Operation.SEE_INVOICES, person);
        Map<String, Object> parameters = new HashMap<>(mine.parameters());
        parameters.putAll(Visible.parameters(person));
        parameters.put("start", SearchText.pattern(typed) + "%");
        parameters.put("limit", limit);
        return reader
                .rows(
                        "lower(i.number) like :start escape '!' and " + mine.on("s") + " and " + Visible.OLD
                                + " order by i.number fetch first :limit rows only",
                        parameters)
                .stream()
                .map(row -> new Hit(
                        row.documentType().labelKey(),
                        row.number(),
                        row.scopeName() + ", " + row.period().code(),
                        "invoices/" + row.number()))
                .toList();
    }
}
