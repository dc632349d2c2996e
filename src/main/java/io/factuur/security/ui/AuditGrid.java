package io.factuur.security.ui;

import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import io.factuur.audit.AuditEvent.Outcome;
import io.factuur.audit.AuditFilter;
import io.factuur.audit.AuditRow;
import io.factuur.security.AuditTrail;
import io.factuur.security.Person;
import io.factuur.ui.DefinitionList;
import io.factuur.ui.Formats;
import io.factuur.ui.StillGrid;

/** The journal, page by page; a click on a row shows the rest of it. */
class AuditGrid extends StillGrid<AuditRow> {

    private static final String OUTCOME = """
            <span class="badge badge-${item.tone}">${item.word}</span>""";

    private final Formats formats = Formats.here();
    private AuditFilter filter = AuditFilter.ALL;

    AuditGrid(AuditTrail trail, Person person) {
        setPageSize(50);
        setSelectionMode(SelectionMode.NONE);
        setEmptyStateText(getTranslation("audit.none"));
        column("audit.at", "13rem", row -> formats.dateTime(row.at()));
        column("audit.actor", "11rem", AuditRow::actor);
        column("audit.action", "12rem", AuditRow::action);
        addColumn(LitRenderer.<AuditRow>of(OUTCOME)
                        .withProperty("tone", row -> tone(row.outcome()))
                        .withProperty(
                                "word", row -> getTranslation(row.outcome().labelKey())))
                .setHeader(getTranslation("audit.outcome"))
                .setWidth("9rem")
                .setFlexGrow(0);
        column("audit.subject", "16rem", AuditRow::subject).setFlexGrow(3);
        column("audit.scope", "7rem", row -> row.scopeId() == null ? "" : String.valueOf(row.scopeId()))
                .setFlexGrow(0);
        setItemDetailsRenderer(new ComponentRenderer<>(this::details));
        setItems(
                query -> trail.page(filter, query.getOffset(), query.getLimit(), person).stream(),
                query -> trail.count(filter, person));
    }

    void show(AuditFilter wanted) {
        filter = wanted;
        getDataProvider().refreshAll();
    }

    private Column<AuditRow> column(String headerKey, String width, ValueProvider<AuditRow, String> value) {
        return addColumn(value).setHeader(getTranslation(headerKey)).setWidth(width);
    }

    private DefinitionList details(AuditRow row) {
        DefinitionList list = new DefinitionList();
        row.detail().forEach((name, value) -> list.add(name, value.isEmpty() ? "–" : value));
        list.addId(getTranslation("audit.number"), row.seal() == null ? "–" : String.valueOf(row.seal()));
        list.addId(getTranslation("audit.hash"), row.hash() == null ? "–" : row.hash());
        return list;
    }

    private static String tone(Outcome outcome) {
        return switch (outcome) {
            case DONE -> "good";
            case REFUSED -> "warn";
            case FAILED -> "bad";
        };
    }
}
