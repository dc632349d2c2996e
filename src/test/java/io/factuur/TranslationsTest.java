package io.factuur;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Condition;
import io.factuur.agreement.Operation;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every language says the same things, and everything the code wants to say is there. */
class TranslationsTest {

    private static final Path BUNDLES = Path.of("src/main/resources/vaadin-i18n");
    private static final Path CODE = Path.of("src/main/java");
    private static final String ENGLISH = "translations.properties";

    /** Where a key stands in the code, as a whole word in quotes; a key put together from parts is not checked here. */
    private static final List<Pattern> USES = List.of(
            Pattern.compile("getTranslation\\(\\s*\"([^\"]+)\"\\s*[,)]"),
            Pattern.compile("Problem\\.(?:invalid|conflict|tooLarge|tooMany)\\(\\s*\"([^\"]+)\"\\s*[,)]"),
            Pattern.compile("Texts\\.get\\(\\s*[^,()]+(?:\\(\\))?,\\s*\"([^\"]+)\"\\s*[,)]"),
            Pattern.compile("labelKey\\(\\)\\s*\\{\\s*return\\s+\"([^\"]+)\";"));

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");

    @TestFactory
    Stream<DynamicTest> everyLanguageHasTheSameKeysAndPlaceholders() {
        Map<String, String> english = read(ENGLISH);
        return bundles()
                .filter(bundle -> !bundle.equals(ENGLISH))
                .map(bundle -> DynamicTest.dynamicTest(bundle, () -> {
                    Map<String, String> other = read(bundle);
                    assertThat(other.keySet()).isEqualTo(english.keySet());
                    assertThat(placeholders(other)).isEqualTo(placeholders(english));
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyTextIsReadableAsAPattern() {
        return bundles()
                .map(bundle ->
                        DynamicTest.dynamicTest(bundle, () -> read(bundle).forEach((key, text) -> {
                            new MessageFormat(text);
                            assertThat(text).as(key).isNotBlank();
                            assertThat(loneQuote(text))
                                    .as("%s: write a single quote twice, as MessageFormat wants it", key)
                                    .isFalse();
                        })));
    }

    @Test
    void noKeyStandsTwice() throws IOException {
        for (String bundle : bundles().toList()) {
            List<String> keys = Files.readAllLines(BUNDLES.resolve(bundle)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#") && line.contains("="))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .toList();
            assertThat(keys).as(bundle).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyKeyThatTheCodeNamesIsThere() throws IOException {
        Map<String, String> english = read(ENGLISH);
        TreeSet<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(CODE)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String code = Files.readString(file);
                for (Pattern use : USES) {
                    Matcher key = use.matcher(code);
                    while (key.find()) {
                        if (!english.containsKey(key.group(1))) {
                            missing.add(key.group(1) + " in " + file.getFileName());
                        }
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyWordOfTheAgreementsHasALabel() {
        List<String> keys = new ArrayList<>();
        keys.addAll(labels(ScopeKind.values(), ScopeKind::labelKey));
        keys.addAll(labels(Role.values(), Role::labelKey));
        keys.addAll(labels(Operation.values(), Operation::labelKey));
        keys.addAll(labels(AgreementType.values(), AgreementType::labelKey));
        keys.addAll(labels(Condition.values(), Condition::labelKey));
        keys.remove(Condition.NONE.labelKey());
        assertThat(read(ENGLISH).keySet()).containsAll(keys);
    }

    private static <E> List<String> labels(E[] values, Function<E, String> key) {
        return Arrays.stream(values).map(key).toList();
    }

    private static Map<String, TreeSet<String>> placeholders(Map<String, String> texts) {
        Map<String, TreeSet<String>> found = new TreeMap<>();
        texts.forEach((key, text) -> {
            TreeSet<String> numbers = new TreeSet<>();
            Matcher placeholder = PLACEHOLDER.matcher(text);
            while (placeholder.find()) {
                numbers.add(placeholder.group(1));
            }
            found.put(key, numbers);
        });
        return found;
    }

    private static boolean loneQuote(String text) {
        return text.replace("''", "").contains("'");
    }

    private static Stream<String> bundles() {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> read(String bundle) {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(bundle))) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> sorted = new TreeMap<>();
        texts.forEach((key, text) -> sorted.put((String) key, (String) text));
        return sorted;
    }
}
