package io.factuur.scope;

import io.factuur.shared.Problem;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What tags may be: so many, so long, and without the characters that clouds refuse in a tag's name. */
final class TagRules {

    private static final int MOST = 50;
    private static final int LONGEST = 256;
    private static final Pattern REFUSED = Pattern.compile("[<>%&\\\\?/]");

    private TagRules() {}

    /** Trimmed and in the order of their names, of which no two differ in case alone. */
    static Map<String, String> checked(Map<String, @Nullable String> given) {
        TreeMap<String, String> tags = new TreeMap<>();
        Set<String> names = new HashSet<>();
        given.forEach((name, value) -> {
            String key = AddressRules.text(name, "tags", LONGEST);
            if (key == null) {
                throw Problem.invalid("problem.tag.name").in("tags.");
            }
            if (REFUSED.matcher(key).find()) {
                throw Problem.invalid("problem.tag.characters", key).in("tags." + key);
            }
            String text = AddressRules.text(value, "tags", LONGEST);
            if (!names.add(key.toLowerCase(Locale.ROOT))) {
                throw Problem.invalid("problem.tag.twice", key).in("tags." + key);
            }
            tags.put(key, text == null ? "" : text);
        });
        if (tags.size() > MOST) {
            throw Problem.invalid("problem.tag.many", MOST);
        }
        return Collections.unmodifiableMap(tags);
    }
}
