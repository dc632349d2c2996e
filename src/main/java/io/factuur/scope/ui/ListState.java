package io.factuur.scope.ui;

import com.vaadin.flow.router.QueryParameters;
import io.factuur.agreement.AgreementType;
import io.factuur.scope.ScopeQuery.Sort;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a list of scopes is filtered and sorted, as its address says it: {@code ?q=…&type=MCA&sort=name&dir=desc}. */
record ListState(String text, @Nullable AgreementType agreement, Sort sort, boolean descending) {

    static final ListState EMPTY = new ListState("", null, Sort.NAME, false);

    static ListState of(QueryParameters parameters) {
        return new ListState(
                parameters.getSingleParameter("q").orElse(""),
                word(parameters, "type", AgreementType.values()).orElse(null),
                word(parameters, "sort", Sort.values()).orElse(Sort.NAME),
                parameters.getSingleParameter("dir").filter("desc"::equals).isPresent());
    }

    ListState matching(String typed) {
        return new ListState(typed.strip(), agreement, sort, descending);
    }

    ListState under(@Nullable AgreementType wanted) {
        return new ListState(text, wanted, sort, descending);
    }

    ListState sortedBy(Sort by, boolean down) {
        return new ListState(text, agreement, by, down);
    }

    /** Only what differs from the plain list, so that addresses stay short. */
    Map<String, String> parameters() {
        Map<String, String> words = new LinkedHashMap<>();
        if (!text.isEmpty()) {
            words.put("q", text);
        }
        if (agreement != null) {
            words.put("type", agreement.name());
        }
        if (sort != Sort.NAME) {
            words.put("sort", sort.name());
        }
        if (descending) {
            words.put("dir", "desc");
        }
        return words;
    }

    private static <E extends Enum<E>> Optional<E> word(QueryParameters parameters, String name, E[] values) {
        return parameters.getSingleParameter(name).flatMap(given -> Arrays.stream(values)
                .filter(value -> value.name().equals(given))
                .findFirst());
    }
}
