package io.factuur.invoice;

import io.factuur.security.Person;
import io.factuur.ui.SearchSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds invoices by their number, or a part of it. */
@Component
class InvoiceSearch implements SearchSource {

    private final InvoiceNumbers numbers;

    InvoiceSearch(InvoiceNumbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public Group group() {
        return Group.INVOICE;
    }

    @Override
    public List<Hit> search(String typed, int limit, Person person) {
        return numbers.visible(typed, limit, person).stream()
                .map(row -> new Hit(
                        row.documentType().labelKey(),
                        row.number(),
                        row.scopeName() + " · " + row.period().code(),
                        "invoices/" + row.number()))
                .toList();
    }
}
