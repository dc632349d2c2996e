package io.factuur.usage.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.usage.FocusColumn;
import io.factuur.usage.out.ColumnFacts;
import io.factuur.usage.out.ColumnFacts.Filled;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoticedTest {

    private final Noticed noticed = new Noticed();

    @Test
    void whichColumnsAreFilledAndWithWhichWords() {
        take(Map.of(FocusColumn.CHARGE_CATEGORY, "Usage", FocusColumn.LIST_UNIT_PRICE, "1", FocusColumn.SKU_ID, ""));
        take(Map.of(FocusColumn.CHARGE_CATEGORY, "Tax", FocusColumn.REGION_ID, "west", FocusColumn.SKU_ID, "s"));
        ColumnFacts facts = noticed.facts();

        assertThat(facts.filled())
                .containsEntry("charge_category", Filled.ALWAYS)
                .containsEntry("region_id", Filled.SOMETIMES)
                .containsEntry("tags", Filled.NEVER)
                .doesNotContainKey("sku_id");
        assertThat(facts.words())
                .containsEntry("charge_category", Set.of("Usage", "Tax"))
                .containsEntry("charge_class", Set.of())
                .doesNotContainKey("region_id");
    }

    @Test
    void whichPricesAreNeverNegative() {
        take(Map.of(FocusColumn.LIST_UNIT_PRICE, "1"));
        take(Map.of(FocusColumn.LIST_UNIT_PRICE, "2", FocusColumn.CONTRACTED_UNIT_PRICE, "-1"));

        assertThat(noticed.facts().notNegative()).contains("list_unit_price").doesNotContain("contracted_unit_price");
    }

    @Test
    void tooManyWordsAreNotKnown() {
        for (int i = 0; i < 1_000; i++) {
            take(Map.of(FocusColumn.SERVICE_CATEGORY, "Category " + i, FocusColumn.CHARGE_CATEGORY, "Usage"));
        }
        assertThat(noticed.facts().words()).containsKey("charge_category").doesNotContainKey("service_category");
    }

    private void take(Map<FocusColumn, String> values) {
        UsageRow row = new UsageRow();
        values.forEach(row::set);
        noticed.row(row);
    }
}
