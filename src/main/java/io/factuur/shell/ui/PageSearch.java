package io.factuur.shell.ui;

import com.vaadin.flow.component.UI;
import io.factuur.security.Person;
import io.factuur.shared.Texts;
import io.factuur.ui.SearchSource;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Finds the portal's own pages, by their name in any of its languages. */
@Component
class PageSearch implements SearchSource {

    private record Page(String path, String labelKey, boolean operator) {}

    private static final List<Page> PAGES = List.of(
            new Page("", "home.title", false),
            new Page("subscriptions", "subscriptions.title", false),
            new Page("billing", "billing.title", false),
            new Page("downloads", "downloads.title", false),
            new Page("profile", "profile.title", false),
            new Page("help", "help.title", false),
            new Page("operator/accounts", "nav.operator.accounts", true),
            new Page("operator/imports", "nav.operator.imports", true),
            new Page("operator/billing-runs", "nav.operator.runs", true),
            new Page("operator/invoices", "nav.operator.invoices", true),
            new Page("operator/credits", "nav.operator.credits", true),
            new Page("operator/mail", "nav.operator.mail", true),
            new Page("operator/audit", "nav.operator.audit", true),
            new Page("operator/people", "nav.operator.people", true),
            new Page("operator/issuer", "issuer.title", true));

    @Override
    public Group group() {
        return Group.PAGE;
    }

    @Override
    public List<Hit> search(String typed, int limit, Person person) {
        Locale locale = UI.getCurrent().getLocale();
        return PAGES.stream()
                .filter(page -> person.operator() || !page.operator())
                .filter(page -> !typed.isBlank() && Commands.called(typed, page.labelKey()))
                .limit(limit)
                .map(page -> new Hit(
                        page.operator() ? "nav.operator" : "", Texts.get(locale, page.labelKey()), "", page.path()))
                .toList();
    }
}
