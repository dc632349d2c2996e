package io.factuur;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ClassUtils;

/** A line of {@code pages.txt}: a page, a person who uses it, and an address of it. */
record Visit(String route, String person, String address) {

    /** Written for somebody who is not signed in. */
    static final String STRANGER = "-";

    private static final Path FILE = Path.of("src/test/resources/pages.txt");
    private static final Pattern LINE = Pattern.compile("(/\\S*) +(\\S+) +(/.*)");
    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)(?::([^}]+))?}");
    private static final Map<String, String> LATEST = Map.of(
            "scope", "select max(id) from scope where name = :name",
            "invoice",
                    "select max(i.number) from invoice i join scope s on s.id = i.scope_id"
                            + " where s.name = :name and i.document_type = 'INVOICE'",
            "night", "select max(id) from mail_night",
            "mail", "select max(id) from mailbox_mail");

    /** The pages of each person, in the order of the file. */
    static Map<String, List<Visit>> byPerson() {
        return lines().collect(groupingBy(Visit::person, LinkedHashMap::new, toList()));
    }

    static Stream<Visit> lines() {
        try {
            return Files.readAllLines(FILE).stream()
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .map(line -> new Visit(line.group(1), line.group(2), line.group(3)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every {@code @Route} and {@code @RouteAlias} of ours, with its leading slash. */
    static TreeSet<String> routes() {
        ClassPathScanningCandidateComponentProvider views = new ClassPathScanningCandidateComponentProvider(false);
        views.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        return views.findCandidateComponents("io.factuur").stream()
                .map(view -> ClassUtils.resolveClassName(String.valueOf(view.getBeanClassName()), null))
                .flatMap(view -> Stream.concat(
                        Stream.of(view.getAnnotation(Route.class).value()),
                        Stream.of(view.getAnnotationsByType(RouteAlias.class)).map(RouteAlias::value)))
                .map(route -> "/" + route)
                .collect(toCollection(TreeSet::new));
    }

    /** The address in this demo. */
    String in(JdbcClient demo) {
        return BLANK.matcher(address).replaceAll(blank -> latest(blank, demo));
    }

    /** What to call its picture: {@code billing-scope-invoices}. */
    String name() {
        String plain = route.replaceAll("\\(.*\\)", "").replaceAll("\\W+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "home" : plain;
    }

    private static String latest(MatchResult blank, JdbcClient demo) {
        JdbcClient.StatementSpec asked = demo.sql(LATEST.get(blank.group(1)));
        String name = blank.group(2);
        return (name == null ? asked : asked.param("name", name))
                .query(String.class)
                .single();
    }
}
