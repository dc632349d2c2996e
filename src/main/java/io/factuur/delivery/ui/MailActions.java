package io.factuur.delivery.ui;

import com.vaadin.flow.component.UI;
import io.factuur.agreement.Agreement.InvoiceMail;
import io.factuur.agreement.Operation;
import io.factuur.delivery.MailPreference;
import io.factuur.scope.Scope;
import io.factuur.scope.ScopeFinder;
import io.factuur.security.Person;
import io.factuur.shared.Phrase;
import io.factuur.shared.Texts;
import io.factuur.ui.SearchSource;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** "Opt in to email for …", or who gets it, of a scope where the person may decide that. */
@Component
class MailActions implements SearchSource {

    private static final String OPT_IN = "search.action.opt-in";
    private static final String CHANGE = "search.action.recipients";
    private static final int MOST = 3;

    private final ScopeFinder scopes;
    private final MailDoors doors;

    MailActions(ScopeFinder scopes, MailDoors doors) {
        this.scopes = scopes;
        this.doors = doors;
    }

    @Override
    public Group group() {
        return Group.ACTION;
    }

    @Override
    public List<Hit> search(String typed, int limit, Person person) {
        Locale locale = UI.getCurrent().getLocale();
        return Phrase.of(OPT_IN, locale)
                .rest(typed)
                .map(rest -> scopes.find(rest, Operation.CHANGE_INVOICE_MAIL, MOST, person).stream()
                        .filter(found -> mail(found.scope()).optsIn())
                        .map(found -> doors.preferences().get(found.scope().id(), person))
                        .filter(preference -> preference.notOffered() == null)
                        .map(preference -> hit(preference, locale))
                        .limit(limit)
                        .toList())
                .orElse(List.of());
    }

    private static InvoiceMail mail(Scope scope) {
        return scope.agreement().terms().invoiceMail();
    }

    private static Hit hit(MailPreference preference, Locale locale) {
        String path = preference.kind() == InvoiceMail.PER_SUBSCRIPTION
                ? "subscriptions/" + preference.scopeId() + "/invoices?" + EmailMyInvoice.OPEN
                : "billing/" + preference.scopeId() + "/properties";
        String label = preference.optedIn() ? CHANGE : OPT_IN;
        return new Hit("", Texts.get(locale, label, preference.scopeName()), "", path);
    }
}
