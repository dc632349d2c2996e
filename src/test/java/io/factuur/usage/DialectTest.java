package io.factuur.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.shared.Texts;
import org.junit.jupiter.api.Test;

class DialectTest {

    @Test
    void eachLanguageIsADialectOfExcelWithItsOwnSeparators() {
        assertThat(Dialect.ALL).hasSize(Texts.LANGUAGES.size() + 1);
        assertThat(Dialect.of("excel-de").separator()).isEqualTo(';');
        assertThat(Dialect.of("excel-de").decimalMark()).isEqualTo(',');
        assertThat(Dialect.of("excel-en").separator()).isEqualTo(',');
    }

    @Test
    void whoAsksForAnotherIsToldWhichThereAre() {
        assertThatThrownBy(() -> Dialect.of("excel-xx")).hasMessageContaining("machine, excel-en, excel-de, excel-nl");
    }
}
