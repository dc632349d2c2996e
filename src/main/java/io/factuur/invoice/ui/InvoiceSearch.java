package io.factuur.invoice.ui;

import io.factuur.invoice.InvoiceNumbers;
import io.factuur.security.Person;
import io.factuur.ui.Formats;
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
        Formats formats = Formats.here();
        return numbers.visible(typed, limit, person).stream()
                .map(row -> new Hit(
                        row.documentType().labelKey(),
                        row.number(),
                        row.scopeName() + " · " + formats.period(row.period()),
                        "invoices/" + row.number()))
                .toList();
    }
}
