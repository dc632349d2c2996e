package io.factuur.access.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.factuur.access.AccessHistory;
import io.factuur.access.AccessHistory.Reader;
import io.factuur.security.Person;
import io.factuur.ui.Badge;
import io.factuur.ui.DayField;
import io.factuur.ui.Notices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** "Who could read this on that day?" */
class DayTab extends Div {

    final DayField day = new DayField();
    final Div result = new Div();

    DayTab(long scope, AccessHistory history, Clock clock, Person person) {
        addClassName("access-tab");
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        day.setLabel(getTranslation("access.day"));
        day.setMax(today);
        day.setLocale(getLocale());
        day.addValueChangeListener(chosen -> {
            if (chosen.getValue() != null) {
                Notices.attempt(() -> show(history.on(scope, chosen.getValue(), person)));
            }
        });
        Paragraph about = new Paragraph(getTranslation("access.day.about"));
        about.addClassName("quiet");
        Div toolbar = new Div(day);
        toolbar.addClassName("toolbar");
        result.addClassName("check-result");
        add(about, toolbar, result);
    }

    private void show(List<Reader> readers) {
        UnorderedList list = new UnorderedList();
        list.addClassName("check-list");
        readers.forEach(reader -> list.add(line(reader)));
        result.removeAll();
        result.add(readers.isEmpty() ? new Paragraph(getTranslation("access.day.nobody")) : list);
    }

    private ListItem line(Reader reader) {
        Span name = new Span(reader.displayName());
        name.addClassName("check-what");
        String roles = reader.roles().stream()
                .map(held -> getTranslation("access.day.role", held.role(), held.scopeName()))
                .collect(Collectors.joining(", "));
        String could = AccessHistory.READING.stream()
                .filter(reader.could()::contains)
                .map(operation -> getTranslation("access.read." + operation.name()))
                .collect(Collectors.joining(", "));
        Span detail = new Span(could.isEmpty() ? roles : roles + ": " + could);
        detail.addClassName("quiet");
        Badge badge = could.isEmpty()
                ? new Badge(Badge.Tone.NEUTRAL, getTranslation("access.no"))
                : new Badge(Badge.Tone.GOOD, getTranslation("access.yes"));
        return new ListItem(badge, name, detail);
    }
}
