package io.factuur.usage.in;

import io.factuur.shared.Problem;
import io.factuur.usage.ColumnName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The columns of a file, found by name in any order and casing, also where a portal wrote them in the reader's language
 * with the real name behind: {@code Name der Abteilung (DepartmentName)}.
 */
final class Header {

    private static final Pattern LOCALIZED = Pattern.compile(".+\\(\\s*([\\w ]+?)\\s*\\)");

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> twice = new HashSet<>();

    private Header() {}

    /** @throws Problem when there are more columns than any usage file has */
    static Header of(String[] record, ImportLimits limits) {
        if (record.length > limits.columns()) {
            throw Problem.tooLarge("problem.import.columns", record.length, limits.columns());
        }
        if (Arrays.stream(record).anyMatch(name -> name.indexOf('\r') >= 0)) {
            throw Problem.invalid("problem.import.line-ends");
        }
        Header header = new Header();
        for (int i = 0; i < record.length; i++) {
            header.names.add(record[i].strip());
            header.name(ColumnName.key(record[i]), i);
        }
        for (int i = 0; i < record.length; i++) {
            Matcher localized = LOCALIZED.matcher(record[i].strip());
            if (localized.matches()) {
                header.places.putIfAbsent(ColumnName.key(localized.group(1)), i);
            }
        }
        return header;
    }

    private void name(String key, int place) {
        if (places.putIfAbsent(key, place) != null) {
            twice.add(key);
        }
    }

    int size() {
        return names.size();
    }

    /** As in the file. */
    String name(int place) {
        return names.get(place);
    }

    boolean has(String... wanted) {
        return Arrays.stream(wanted).allMatch(name -> places.containsKey(ColumnName.key(name)));
    }

    boolean hasAny(String... wanted) {
        return Arrays.stream(wanted).anyMatch(name -> places.containsKey(ColumnName.key(name)));
    }

    /**
     * Where a column is, -1 when there is none.
     *
     * @throws Problem when it is there twice, which leaves open which one counts
     */
    int find(String name) {
        String key = ColumnName.key(name);
        if (twice.contains(key)) {
            throw Problem.invalid("problem.import.column-twice", name);
        }
        return places.getOrDefault(key, -1);
    }

    /**
     * Names to keep unknown columns under: as in the file, with a number where a name is empty or used before.
     *
     * @param place of the column
     */
    String keptAs(int place) {
        String name = names.get(place).isEmpty() ? "column " + (place + 1) : names.get(place);
        return names.indexOf(names.get(place)) == place ? name : name + " (" + (place + 1) + ")";
    }

    /** The same for files whose columns have no parentheses but around the real name. */
    String keptAsReally(int place) {
        Matcher localized = LOCALIZED.matcher(names.get(place));
        return localized.matches() ? localized.group(1) : keptAs(place);
    }

    @Override
    public String toString() {
        return String.join(",", names);
    }
}
