package io.factuur.usage.out;

import java.sql.ResultSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The names of the columns that came in and FOCUS does not know, by import. */
@Component
public class UnknownColumns {

    private static final long WINDOW = 20_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    UnknownColumns(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Writes the names down, so that nobody needs to look through the rows for them. */
    @Transactional
    public void remember(long importId, Collection<String> names) {
        jdbc.sql("update usage_import set unknown_columns = :names where id = :id")
                .param("names", json.writeValueAsString(names))
                .param("id", importId)
                .update();
    }

    /** The names that the imports have between them, in the order they came; gathered from the rows where need be. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public List<String> of(Collection<Long> importIds) {
        Set<String> names = new LinkedHashSet<>();
        for (long id : importIds) {
            names.addAll(of(id));
        }
        return List.copyOf(names);
    }

    private List<String> of(long importId) {
        Imported given = jdbc.sql("select first_row_id, last_row_id, unknown_columns from usage_import where id = :id")
                .param("id", importId)
                .query(Imported.class)
                .single();
        if (given.unknownColumns() != null) {
            return List.of(json.readValue(given.unknownColumns(), String[].class));
        }
        Set<String> found = new LinkedHashSet<>();
        for (long from = given.firstRowId(); from <= given.lastRowId(); from += WINDOW) {
            gather(from, Math.min(from + WINDOW - 1, given.lastRowId()), found);
        }
        remember(importId, found);
        return List.copyOf(found);
    }

    private void gather(long from, long to, Set<String> found) {
        jdbc.sql("select extra from usage_row where id between :from and :to and extra is not null order by id")
                .param("from", from)
                .param("to", to)
                .query((ResultSet row) -> ExtraJson.read(row.getString(1), (name, value) -> found.add(name)));
    }

    private record Imported(
            long firstRowId, long lastRowId, @Nullable String unknownColumns) {}
}
