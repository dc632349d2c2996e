package io.factuur.shell.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.dom.DomListenerRegistration;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.factuur.security.Person;
import io.factuur.ui.Icons;
import io.factuur.ui.SearchSource.Hit;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Finds pages, scopes, subscriptions and invoices from wherever one is; the {@code /} key gets here. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class SearchBox extends Div {

    private final ComboBox<Hit> field = new ComboBox<>();
    private final Search search;

    SearchBox(Search search) {
        this.search = search;
        addClassName("search-box");
        add(field);
    }

    void show(Person person) {
        field.setPlaceholder(getTranslation("search.placeholder"));
        field.setAriaLabel(getTranslation("search.title"));
        field.setPrefixComponent(Icons.of("search"));
        field.setWidthFull();
        field.setAllowCustomValue(true);
        field.setItemLabelGenerator(Hit::title);
        field.setRenderer(line());
        field.setItems(query -> find(query, person));
        field.addValueChangeListener(chosen -> {
            if (chosen.getValue() != null) {
                go(chosen.getValue());
            }
        });
        field.addCustomValueSetListener(typed ->
                search.find(typed.getDetail(), 1, person).stream().findFirst().ifPresent(this::go));
    }

    private Stream<Hit> find(Query<Hit, String> query, Person person) {
        int limit = query.getLimit();
        return query.getOffset() > 0
                ? Stream.empty()
                : search.find(query.getFilter().orElse(""), Math.min(limit, Search.MOST), person).stream();
    }

    private void go(Hit hit) {
        field.clear();
        UI.getCurrent().navigate(hit.path());
    }

    private Renderer<Hit> line() {
        return LitRenderer.<Hit>of("""
                        <div class="search-hit">
                          <div class="search-hit-words">
                            <span class="search-hit-title">${item.title}</span>
                            <span class="search-hit-detail">${item.kind}${item.detail ? ' · ' + item.detail : ''}</span>
                          </div>
                        </div>""")
                .withProperty("title", Hit::title)
                .withProperty("detail", Hit::detail)
                .withProperty("kind", hit -> getTranslation(hit.kind()));
    }

    /** The slash key, unless somebody is writing; the filter runs in the browser, so that other keys cost nothing. */
    @Override
    protected void onAttach(AttachEvent attach) {
        DomListenerRegistration slash = attach.getUI().getElement().addEventListener("keydown", key -> field.focus());
        slash.setFilter("""
                event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey
                && !event.composedPath()[0].matches('input, textarea, select, [contenteditable]')
                && (event.preventDefault(), true)""");
        addDetachListener(detach -> {
            slash.remove();
            detach.unregisterListener();
        });
    }
}
