package io.factuur.usage.out;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What imports have noticed about their columns. */
@Component
public class KnownFacts {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    KnownFacts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Writes down what is known of all the rows that an import brings. */
    @Transactional
    public void remember(long importId, ColumnFacts facts) {
        jdbc.sql("update usage_import set column_facts = :facts where id = :id")
                .param("facts", json.writeValueAsString(facts))
                .param("id", importId)
                .update();
    }

    /** What holds for the rows of all these imports. */
    ColumnFacts of(Collection<Long> importIds) {
        if (importIds.isEmpty()) {
            return ColumnFacts.NONE;
        }
        List<ColumnFacts> each = jdbc
                .sql("select distinct coalesce(column_facts, '') from usage_import where id in (:ids)")
                .param("ids", importIds)
                .query(String.class)
                .list()
                .stream()
                .map(text -> text.isEmpty() ? ColumnFacts.NONE : json.readValue(text, ColumnFacts.class))
                .toList();
        return each.stream().reduce(ColumnFacts::and).orElse(ColumnFacts.NONE);
    }
}
