package io.factuur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Each setting of ours stands in {@code docs/configuration.md}, and what stands there exists. */
class ConfigurationTest {

    private static final Pattern IN_CODE = Pattern.compile("(?:\\$\\{|name = \")(factuur\\.[a-z.-]+)");
    private static final Pattern IN_DOCS = Pattern.compile("`(factuur\\.[a-z.-]+)`");

    @Test
    void everySettingIsDescribed() throws IOException {
        Set<String> described = new TreeSet<>();
        find(IN_DOCS, Files.readString(Path.of("docs/configuration.md"))).forEach(described::add);
        Set<String> known = new TreeSet<>();
        records().forEach(known::add);
        known.addAll(inSources());
        assertThat(described).containsExactlyInAnyOrderElementsOf(known);
    }

    private static Set<String> inSources() throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                find(IN_CODE, Files.readString(file)).forEach(found::add);
            }
        }
        return found;
    }

    private static Stream<String> find(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1));
    }

    private static Stream<String> records() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("io.factuur").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .flatMap(settings -> Arrays.stream(settings.getRecordComponents())
                        .map(component -> settings.getAnnotation(ConfigurationProperties.class)
                                        .value()
                                + "."
                                + dashed(component.getName())));
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
