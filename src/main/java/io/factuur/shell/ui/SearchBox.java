package io.factuur.shell.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.factuur.security.Person;
import io.factuur.ui.BrowserDownload;
import io.factuur.ui.Icons;
import io.factuur.ui.SearchSource.Hit;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * Finds pages, scopes, subscriptions, invoices, people and things to do, from wherever one is. The keys are dealt with in
 * {@code scripts/search.js}: {@code /} and Ctrl+K get here, arrows and Enter choose.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class SearchBox extends Div {

    private static final int PAUSE_MILLISECONDS = 120;

    private final Input field = new Input();
    private final Span count = new Span();
    private final Search search;
    private final Commands commands;
    private final SearchList list = new SearchList(this::choose);
    private Person person;

    SearchBox(Search search, Commands commands) {
        this.search = search;
        this.commands = commands;
        addClassName("search-box");
    }

    void show(Person who) {
        person = who;
        field.setPlaceholder(getTranslation("search.placeholder"));
        field.setAriaLabel(getTranslation("search.title"));
        field.getElement().setAttribute("role", "combobox");
        field.getElement().setAttribute("aria-expanded", "false");
        field.getElement().setAttribute("aria-controls", SearchList.ID);
        field.getElement().setAttribute("aria-autocomplete", "list");
        field.getElement().setAttribute("aria-keyshortcuts", "/ Control+K");
        field.getElement().setAttribute("autocomplete", "off");
        field.getElement().setAttribute("spellcheck", "false");
        field.getElement().setAttribute("maxlength", "200");
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLISECONDS);
        field.addValueChangeListener(typed -> look());
        field.getElement().addEventListener("focus", focused -> look());
        count.addClassName("visually-hidden");
        count.getElement().setAttribute("role", "status");
        Span key = new Span("/");
        key.addClassName("search-key");
        key.getElement().setAttribute("aria-hidden", "true");
        add(Icons.of("search"), field, key, list, count);
    }

    private void look() {
        list.show(field.getValue(), search.find(field.getValue(), person));
        count.setText(getTranslation("search.count", list.size()));
    }

    private void choose(Hit hit) {
        field.clear();
        if (commands.run(hit.path(), person)) {
            return;
        }
        if (hit.path().startsWith("api/")) {
            BrowserDownload.start("/" + hit.path());
            return;
        }
        String[] parts = hit.path().split("\\?", 2);
        UI.getCurrent()
                .navigate(parts[0], parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        attach.getUI().getPage().addJavaScript("scripts/search.js");
    }
}
