package io.factuur.security.ui;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.spring.data.VaadinSpringDataHelpers;
import io.factuur.security.PeopleDirectory;
import io.factuur.security.PeopleDirectory.Entry;
import io.factuur.security.PeopleDirectory.State;
import io.factuur.security.Person;
import io.factuur.ui.Formats;
import io.factuur.ui.StillGrid;
import java.time.Instant;

/** Everybody, page by page. */
class PeopleGrid extends StillGrid<Entry> {

    private static final String NAME = """
            <div class="cell-stack">
              <span>${item.name}</span>
              <span class="quiet cell-under">${item.username}</span>
              <span class="quiet cell-under only-narrow">${item.email}</span>
            </div>""";
    private static final String STATE = """
            <span class="badge badge-${item.tone}">${item.state}</span>""";

    private final PeopleDirectory directory;
    private final Person person;
    private final Formats formats = Formats.here();
    private String text = "";

    PeopleGrid(PeopleDirectory directory, Person person) {
        this.directory = directory;
        this.person = person;
        setPageSize(50);
        addThemeName("wrap-cell-content");
        setEmptyStateText(getTranslation("people.none"));
        addColumn(LitRenderer.<Entry>of(NAME)
                        .withProperty("name", Entry::displayName)
                        .withProperty("username", Entry::username)
                        .withProperty("email", Entry::email))
                .setHeader(getTranslation("people.name"))
                .setSortProperty("displayName")
                .setWidth("13rem")
                .setFlexGrow(2);
        addColumn(LitRenderer.<Entry>of(STATE)
                        .withProperty("tone", entry -> tone(entry.state()))
                        .withProperty(
                                "state", entry -> getTranslation(entry.state().labelKey())))
                .setHeader(getTranslation("people.state"))
                .setWidth("8rem")
                .setFlexGrow(0);
        addColumn(Entry::email)
                .setHeader(getTranslation("people.email"))
                .setSortProperty("email")
                .setWidth("15rem")
                .setFlexGrow(2);
        addColumn(entry -> entry.operator() ? getTranslation("people.operator") : "")
                .setHeader(getTranslation("people.part"))
                .setWidth("8rem")
                .setFlexGrow(0);
        addColumn(entry -> when(entry.lastSignInAt()))
                .setHeader(getTranslation("people.last"))
                .setSortProperty("lastSignInAt")
                .setWidth("13rem");
        setItems(
                query -> directory.page(text, VaadinSpringDataHelpers.toSpringPageRequest(query), person).stream(),
                query -> directory.count(text, person));
    }

    void matching(String typed) {
        text = typed;
        getDataProvider().refreshAll();
    }

    private String when(Instant instant) {
        return instant == null ? getTranslation("people.never") : formats.dateTime(instant);
    }

    private static String tone(State state) {
        return switch (state) {
            case ACTIVE -> "good";
            case INVITED -> "info";
            case DISABLED -> "bad";
        };
    }
}
