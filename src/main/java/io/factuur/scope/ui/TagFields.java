package io.factuur.scope.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextField;
import io.factuur.agreement.Property;
import io.factuur.shared.Problem;
import io.factuur.ui.NamedFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tags, a row of name and value each; a row without either counts for nothing. */
class TagFields extends Div {

    final List<Row> rows = new ArrayList<>();
    final Button more = new Button();
    private final Div lines = new Div();

    TagFields() {
        addClassName("address-fields");
        lines.addClassName("tag-rows");
        more.setText(getTranslation("tag.add"));
        more.addThemeNames("small");
        more.addClassName("tag-add");
        more.addClickListener(click -> row("", "").name.focus());
        add(new H3(getTranslation(Property.TAGS.labelKey())), lines, more);
    }

    void show(Map<String, String> tags) {
        tags.forEach(this::row);
    }

    /** As typed; the service says what is wrong with it. */
    Map<String, String> read() {
        Map<String, String> tags = new LinkedHashMap<>();
        for (Row row : rows) {
            String name = row.name.getValue().strip();
            if (name.isEmpty() && row.content.isEmpty()) {
                continue;
            }
            if (tags.put(name, row.content.getValue()) != null) {
                throw Problem.invalid("problem.tag.twice", name).in("tags." + name);
            }
        }
        return tags;
    }

    /** By the tags' names as they are typed; of two of one name, the second. */
    NamedFields named() {
        NamedFields fields = new NamedFields();
        rows.forEach(row -> fields.with(row.name.getValue().strip(), row.name));
        return fields;
    }

    private Row row(String name, String content) {
        Row row = new Row(name, content);
        rows.add(row);
        lines.add(row);
        return row;
    }

    /** One tag. */
    class Row extends Div {

        final TextField name = new TextField();
        final TextField content = new TextField();
        final Button away = new Button();

        Row(String tag, String value) {
            addClassName("tag-row");
            name.setLabel(getTranslation("tag.name"));
            name.setValue(tag);
            name.addValueChangeListener(typed -> nameButton());
            content.setLabel(getTranslation("tag.content"));
            content.setValue(value);
            away.setText(getTranslation("ui.remove"));
            away.addThemeNames("tertiary", "small");
            nameButton();
            away.addClickListener(click -> {
                rows.remove(this);
                lines.remove(this);
                more.focus();
            });
            add(name, content, away);
        }

        /** One of several that all read the same: a screen reader tells them apart by their tag. */
        private void nameButton() {
            String tag = name.getValue().strip();
            away.setAriaLabel(tag.isEmpty() ? getTranslation("tag.remove.empty") : getTranslation("tag.remove", tag));
        }
    }
}
