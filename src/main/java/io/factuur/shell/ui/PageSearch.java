package io.factuur.shell.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteConfiguration;
import io.factuur.security.Person;
import io.factuur.shared.Texts;
import io.factuur.ui.SearchSource;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Finds the portal's own pages, by their name in the language of the page and in English. */
@Component
class PageSearch implements SearchSource {

    private record Page(String path, String labelKey, boolean operator) {}

    private static final List<Page> PAGES = List.of(
            new Page("", "home.title", false),
            new Page("subscriptions", "subscriptions.title", false),
            new Page("billing", "billing.title", false),
            new Page("downloads", "downloads.title", false),
            new Page("profile", "profile.title", false),
            new Page("operator/accounts", "nav.operator.accounts", true),
            new Page("operator/imports", "nav.operator.imports", true),
            new Page("operator/billing-runs", "nav.operator.runs", true),
            new Page("operator/mail", "nav.operator.mail", true),
            new Page("operator/audit", "nav.operator.audit", true),
            new Page("operator/people", "nav.operator.people", true));

    @Override
    public List<Hit> search(String typed, int limit, Person person) {
        Locale locale = UI.getCurrent().getLocale();
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return PAGES.stream()
                .filter(page -> person.operator() || !page.operator())
                .filter(page -> RouteConfiguration.forApplicationScope().isPathAvailable(page.path()))
                .filter(page -> called(page, wanted, locale) || called(page, wanted, Locale.ENGLISH))
                .limit(limit)
                .map(page -> new Hit("search.page", Texts.get(locale, page.labelKey()), "", page.path()))
                .toList();
    }

    private static boolean called(Page page, String wanted, Locale locale) {
        return Texts.get(locale, page.labelKey()).toLowerCase(Locale.ROOT).contains(wanted);
    }
}
