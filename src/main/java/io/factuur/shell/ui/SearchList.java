package io.factuur.shell.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.factuur.ui.Icons;
import io.factuur.ui.SearchSource.Group;
import io.factuur.ui.SearchSource.Hit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What was found, in groups; {@code scripts/search.js} moves through it. */
class SearchList extends Div {

    static final String ID = "search-list";

    private static final Map<Group, String> ICONS = new EnumMap<>(Map.of(
            Group.PAGE, "arrow-right",
            Group.SCOPE, "billing",
            Group.INVOICE, "invoice",
            Group.PERSON, "user",
            Group.ACTION, "run"));

    private final Consumer<Hit> chosen;
    private int options;

    SearchList(Consumer<Hit> chosen) {
        this.chosen = chosen;
        setId(ID);
        addClassName("search-list");
        getElement().setAttribute("role", "listbox");
        getElement().setAttribute("aria-label", getTranslation("search.found"));
    }

    void show(String typed, List<Search.Found> found) {
        removeAll();
        options = 0;
        for (Search.Found group : found) {
            add(group(group, getTranslation(group.group().labelKey())));
        }
        if (found.isEmpty()) {
            Div none = new Div(getTranslation("search.none", typed.strip()));
            none.addClassNames("search-none", "quiet");
            add(none);
        }
        getElement().setAttribute("data-for", typed);
    }

    int size() {
        return options;
    }

    private Div group(Search.Found found, String name) {
        Div heading = new Div(name);
        heading.setId("search-" + found.group().name());
        heading.addClassName("search-heading");
        Div group = new Div(heading);
        group.getElement().setAttribute("role", "group");
        group.getElement().setAttribute("aria-labelledby", heading.getId().orElseThrow());
        found.hits().forEach(hit -> group.add(option(hit, found.group())));
        return group;
    }

    private Div option(Hit hit, Group group) {
        Span title = new Span(hit.title());
        title.addClassName("search-hit-title");
        String kind = hit.kind().isEmpty() ? "" : getTranslation(hit.kind());
        Span detail =
                new Span(kind.isEmpty() || hit.detail().isEmpty() ? kind + hit.detail() : kind + " · " + hit.detail());
        detail.addClassName("search-hit-detail");
        detail.setVisible(!detail.getText().isEmpty());
        Div words = new Div(title, detail);
        words.addClassName("search-hit-words");
        Div option = new Div(Icons.of(hit.path().startsWith("api/") ? "download" : ICONS.get(group)), words);
        option.setId("search-option-" + options++);
        option.addClassName("search-hit");
        option.getElement().setAttribute("role", "option");
        option.getElement().setAttribute("aria-selected", "false");
        option.addClickListener(click -> chosen.accept(hit));
        return option;
    }
}
