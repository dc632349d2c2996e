package io.factuur.access.ui;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.spring.data.VaadinSpringDataHelpers;
import io.factuur.access.Assignment;
import io.factuur.access.AssignmentFilter;
import io.factuur.access.Assignments;
import io.factuur.security.Person;
import io.factuur.ui.Formats;
import io.factuur.ui.NarrowGrid;
import io.factuur.ui.StillGrid;

/** Who has which role here, page by page. */
class AssignmentGrid extends StillGrid<Assignment> {

    /** On a narrow screen the name says what the columns beside it would. */
    private static final String NAME = """
            <div class="cell-stack">
              <span>${item.upper}</span>
              <span class="quiet cell-under">${item.lower}</span>
              <span class="quiet cell-under only-narrow">${item.role} · ${item.where}</span>
            </div>""";

    private static final String STACK = """
            <div class="cell-stack"><span>${item.upper}</span><span class="quiet cell-under">${item.lower}</span></div>""";

    private final Formats formats = Formats.here();
    private AssignmentFilter filter = AssignmentFilter.ALL;

    AssignmentGrid(long scope, Assignments assignments, Person person) {
        setPageSize(50);
        setEmptyStateText(getTranslation("access.none"));
        addThemeName("wrap-cell-content");
        Column<Assignment> name = addColumn(LitRenderer.<Assignment>of(NAME)
                        .withProperty("upper", Assignment::displayName)
                        .withProperty("lower", Assignment::username)
                        .withProperty(
                                "role", given -> getTranslation(given.role().labelKey()))
                        .withProperty("where", this::where))
                .setHeader(getTranslation("people.name"))
                .setSortProperty("displayName")
                .setWidth("14rem")
                .setFlexGrow(2);
        addColumn(given -> getTranslation(given.role().labelKey()))
                .setHeader(getTranslation("access.role"))
                .setSortProperty("role")
                .setWidth("14rem")
                .setFlexGrow(2);
        addColumn(LitRenderer.<Assignment>of(STACK)
                        .withProperty("upper", this::where)
                        .withProperty(
                                "lower",
                                given -> given.inherited()
                                        ? getTranslation("access.inherited", given.scopeKind())
                                        : getTranslation(given.scopeKind().labelKey())))
                .setHeader(getTranslation("access.from"))
                .setSortProperty("scopeName")
                .setWidth("14rem")
                .setFlexGrow(2);
        Column<Assignment> since = addColumn(LitRenderer.<Assignment>of(STACK)
                        .withProperty("upper", given -> formats.date(given.grantedAt()))
                        .withProperty("lower", given -> getTranslation("access.by", given.grantedBy())))
                .setHeader(getTranslation("access.since"))
                .setSortProperty("grantedAt")
                .setWidth("11rem");
        NarrowGrid.keep(name, "12rem");
        NarrowGrid.giveWay(since, 0, "since");
        NarrowGrid.fit(this);
        setItems(
                query ->
                        assignments
                                .page(scope, filter, VaadinSpringDataHelpers.toSpringPageRequest(query), person)
                                .stream(),
                query -> assignments.count(scope, filter, person));
    }

    private String where(Assignment given) {
        return given.inherited() ? given.scopeName() : getTranslation("access.here");
    }

    void show(AssignmentFilter wanted) {
        filter = wanted;
        getDataProvider().refreshAll();
    }
}
