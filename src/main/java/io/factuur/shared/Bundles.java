package io.factuur.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Looks which languages there are words for: a file more is a language more, everywhere. */
final class Bundles {

    private static final Pattern NAME = Pattern.compile("translations_([a-z]{2,3})\\.properties");

    private Bundles() {}

    static List<Locale> languages() {
        Stream<Locale> others = Arrays.stream(files())
                .map(Resource::getFilename)
                .filter(Objects::nonNull)
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .map(name -> name.group(1))
                .distinct()
                .sorted()
                .map(Locale::of);
        return Stream.concat(Stream.of(Locale.ENGLISH), others).toList();
    }

    private static Resource[] files() {
        try {
            return new PathMatchingResourcePatternResolver(Bundles.class.getClassLoader())
                    .getResources("classpath*:vaadin-i18n/translations_*.properties");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
