package io.factuur.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

    @ParameterizedTest
    @CsvSource({
        "Contoso,            contoso,                  SAME",
        "cont,               Contoso,                  BEGINS",
        "cost bill,          Cost Management + Billing, WORDS_BEGIN",
        "billing cost,       Cost Management + Billing, WORDS_BEGIN",
        "toso,               Contoso,                  CONTAINS",
        "Creme,              Crème,                    SAME",
        "kostenbeheer en f,  Kostenbeheer en facturering, BEGINS",
        "contosso,           Contoso,                  SLIP",
        "cotnoso,            Contoso,                  SLIP",
        "contso,             Contoso,                  SLIP",
        "subscrpition,       Subscriptions,            SLIP",
        "invocies contoso,   Invoices of Contoso,      SLIP",
        "fabrikam,           Contoso,                  NONE",
        "con tent,           Contoso,                  NONE",
        "4711,               Subscription 4712,        NONE",
        "4711,               Subscription 4711,        WORDS_BEGIN",
        "cst,                Cost,                     NONE"
    })
    void saysHowWellANameAnswers(String typed, String name, Likeness expected) {
        assertThat(Likeness.of(typed, name)).isEqualTo(expected);
    }

    @Test
    void nothingButSignsAnswersNothing() {
        assertThat(Likeness.of("+ -", "Contoso")).isEqualTo(Likeness.NONE);
    }

    @Test
    void anIndexPutsTheBestFirstAndSlipsOnlyWhereThereIsNothingElse() {
        NameIndex index = NameIndex.of(List.of(
                new NameIndex.Name(1, "Northwind Contoso"),
                new NameIndex.Name(2, "Contoso Europe"),
                new NameIndex.Name(3, "Contoso"),
                new NameIndex.Name(4, "Kontoso")));
        assertThat(index.find("contoso", 9, id -> true, Set.of())).containsExactly(3L, 2L, 1L);
        assertThat(index.find("conntoso", 9, id -> true, Set.of(2L))).containsExactly(2L, 3L, 4L, 1L);
        assertThat(index.find("contoso", 9, id -> id != 3, Set.of())).containsExactly(2L, 1L);
        assertThat(index.find("conntoso", 9, id -> true, Set.of())).containsExactly(3L, 4L, 2L, 1L);
        assertThat(index.find("conntoso europe", 9, id -> true, Set.of())).containsExactly(2L);
        assertThat(index.find("conntoso", 1, id -> id == 4, Set.of())).containsExactly(4L);
    }

    @Test
    void anIndexGrowsWithoutLosingWhatItHad() {
        NameIndex index = NameIndex.of(IntStream.range(0, 100)
                .mapToObj(i -> new NameIndex.Name(i, "Name " + i))
                .toList());
        NameIndex more = index.with(List.of(new NameIndex.Name(100, "Zebra")));
        assertThat(more.size()).isEqualTo(101);
        assertThat(more.find("zebar", 5, id -> true, Set.of())).containsExactly(100L);
        assertThat(more.find("42", 5, id -> true, Set.of())).containsExactly(42L);
        assertThat(index.find("zebra", 5, id -> true, Set.of())).isEmpty();
    }

    @Test
    void aPhraseLeavesWhatItIsAbout() {
        Phrase download = Phrase.of("search.action.download", Locale.ENGLISH);
        assertThat(download.rest("download Contoso")).contains("contoso");
        assertThat(download.rest("downlaod invoice of contoso")).contains("of contoso");
        assertThat(download.rest("contoso")).isEmpty();
    }
}
