package io.factuur.invoice.ui;

import com.vaadin.flow.component.UI;
import io.factuur.agreement.Operation;
import io.factuur.invoice.InvoiceLists;
import io.factuur.invoice.InvoiceNumbers;
import io.factuur.invoice.InvoiceRow;
import io.factuur.scope.ScopeFinder;
import io.factuur.security.Person;
import io.factuur.shared.Phrase;
import io.factuur.shared.Texts;
import io.factuur.ui.Formats;
import io.factuur.ui.SearchSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** "Download invoice …": of a number, or the latest one of a scope. */
@Component
class DownloadActions implements SearchSource {

    private static final String LABEL = "search.action.download";
    private static final int MOST = 3;
    private static final int LOOK_AT = 8;

    private final InvoiceNumbers numbers;
    private final InvoiceLists lists;
    private final ScopeFinder scopes;

    DownloadActions(InvoiceNumbers numbers, InvoiceLists lists, ScopeFinder scopes) {
        this.numbers = numbers;
        this.lists = lists;
        this.scopes = scopes;
    }

    @Override
    public Group group() {
        return Group.ACTION;
    }

    @Override
    public List<Hit> search(String typed, int limit, Person person) {
        Locale locale = UI.getCurrent().getLocale();
        return Phrase.of(LABEL, locale)
                .rest(typed)
                .map(rest -> Stream.concat(numbered(rest, person), latest(rest, person))
                        .distinct()
                        .limit(Math.min(limit, MOST))
                        .map(row -> hit(row, locale))
                        .toList())
                .orElse(List.of());
    }

    private Stream<InvoiceRow> numbered(String rest, Person person) {
        return numbers.downloadable(rest, MOST, person).stream();
    }

    private Stream<InvoiceRow> latest(String rest, Person person) {
        return scopes.find(rest, Operation.DOWNLOAD_INVOICE, LOOK_AT, person).stream()
                .flatMap(found -> lists.last(found.scope().id(), person).stream());
    }

    private static Hit hit(InvoiceRow row, Locale locale) {
        return new Hit(
                row.documentType().labelKey(),
                Texts.get(locale, LABEL, row.number()),
                row.scopeName() + " · " + Formats.here().period(row.period()),
                "api/v1/invoices/" + row.number() + "/documents/invoice.pdf?language=" + locale.getLanguage());
    }
}
