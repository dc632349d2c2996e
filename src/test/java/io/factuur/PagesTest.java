package io.factuur;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A page that nobody looks at does not stay good: each has a line in {@code pages.txt}, and each line has a page. */
class PagesTest {

    @Test
    void everyRouteHasALine() {
        TreeSet<String> listed = Visit.lines().map(Visit::route).collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).isEqualTo(Visit.routes());
    }
}
