package io.factuur.access.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import io.factuur.access.Rehearsal.Difference;
import io.factuur.agreement.Operation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What somebody would gain and lose. */
class DifferenceList extends Div {

    DifferenceList() {
        addClassName("differences");
    }

    void show(List<Difference> differences) {
        removeAll();
        if (differences.isEmpty()) {
            add(new Paragraph(getTranslation("rehearsal.nothing")));
        }
        list("rehearsal.gains", differences.stream().filter(Difference::gain).toList());
        list("rehearsal.loses", differences.stream().filter(one -> !one.gain()).toList());
    }

    private void list(String headingKey, List<Difference> differences) {
        if (differences.isEmpty()) {
            return;
        }
        Map<Operation, List<Difference>> byOperation = differences.stream()
                .collect(Collectors.groupingBy(
                        Difference::operation, () -> new EnumMap<>(Operation.class), Collectors.toList()));
        UnorderedList list = new UnorderedList();
        byOperation.forEach((operation, where) -> list.add(new ListItem(getTranslation(
                "rehearsal.line",
                getTranslation(operation.labelKey()),
                where.stream().map(this::count).collect(Collectors.joining(", "))))));
        add(new H3(getTranslation(headingKey)), list);
    }

    private String count(Difference difference) {
        return getTranslation(
                "rehearsal.count",
                getTranslation(difference.kind().labelKey()),
                Math.abs(difference.after() - difference.before()));
    }
}
