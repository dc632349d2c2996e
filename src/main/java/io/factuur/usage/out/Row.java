package io.factuur.usage.out;

import io.factuur.usage.ColumnName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The usage row that a result set stands on, as columns read it. */
final class Row {

    private final Map<String, Integer> positions = new HashMap<>();
    private final @Nullable String[] values;
    private final @Nullable Selection selection;
    private final Map<String, String> unknown = new HashMap<>();
    private final Map<String, String> folded = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private boolean unknownRead;
    private boolean foldedRead;

    Row(List<String> stored, @Nullable Selection selection) {
        for (int i = 0; i < stored.size(); i++) {
            positions.put(stored.get(i), i);
        }
        this.values = new @Nullable String[stored.size()];
        this.selection = selection;
    }

    void read(ResultSet result) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            values[i] = result.getString(i + 1);
        }
        unknownRead = false;
        foldedRead = false;
    }

    /** For a row that is made up, not read. */
    void put(String column, @Nullable String value) {
        Integer position = positions.get(column);
        if (position != null) {
            values[position] = value;
        }
    }

    @Nullable
    String at(int position) {
        return values[position];
    }

    @Nullable
    String stored(String column) {
        return values[positions.getOrDefault(column, -1)];
    }

    /** A column that FOCUS does not know, by its exact name. */
    @Nullable
    String unknown(String name) {
        if (!unknownRead) {
            unknown.clear();
            ExtraJson.read(stored("extra"), unknown::put);
            unknownRead = true;
            foldedRead = false;
        }
        return unknown.get(name);
    }

    /** The same under a name as {@link ColumnName#key} folds it: whatever its case, spaces and signs. */
    @Nullable
    String extra(String name) {
        if (!unknownRead || !foldedRead) {
            unknown("");
            folded.clear();
            unknown.forEach((key, value) -> folded.put(keys.computeIfAbsent(key, ColumnName::key), value));
            foldedRead = true;
        }
        return folded.get(name);
    }

    @Nullable
    String invoiceNumber() {
        return selection == null
                ? null
                : selection.invoiceNumber(Long.parseLong(text("delivery_id")), stored("publisher_name"));
    }

    @Nullable
    String place(Place.Part part) {
        return selection == null
                ? null
                : selection.place(Long.parseLong(text("scope_id"))).get(part);
    }

    private String text(String column) {
        String value = stored(column);
        return value == null ? "0" : value;
    }
}
