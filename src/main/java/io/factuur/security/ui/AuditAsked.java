package io.factuur.security.ui;

import com.vaadin.flow.router.QueryParameters;
import io.factuur.audit.AuditEvent.Outcome;
import io.factuur.audit.AuditFilter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What the audit page shows, as its address says it: {@code ?from=2024-09-01&actor=…&outcome=REFUSED}. */
record AuditAsked(LocalDate from, LocalDate to, String actor, String action, Outcome outcome, String text) {

    static AuditAsked of(QueryParameters asked) {
        return new AuditAsked(
                date(asked, "from"),
                date(asked, "to"),
                asked.getSingleParameter("actor").orElse(""),
                asked.getSingleParameter("action").orElse(""),
                asked.getSingleParameter("outcome")
                        .flatMap(word -> Arrays.stream(Outcome.values())
                                .filter(one -> one.name().equals(word))
                                .findFirst())
                        .orElse(null),
                asked.getSingleParameter("q").orElse(""));
    }

    AuditFilter filter(ZoneId zone) {
        return new AuditFilter(
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
                filled(actor),
                filled(action),
                outcome,
                null,
                filled(text));
    }

    QueryParameters parameters() {
        Map<String, String> words = new LinkedHashMap<>();
        put(words, "from", from);
        put(words, "to", to);
        put(words, "actor", actor);
        put(words, "action", action);
        put(words, "outcome", outcome);
        put(words, "q", text);
        return QueryParameters.simple(words);
    }

    /** The same, for the document that programs get. */
    String export(ZoneId zone) {
        AuditFilter filter = filter(zone);
        Map<String, String> words = new LinkedHashMap<>();
        put(words, "from", filter.from());
        put(words, "to", filter.to());
        put(words, "actor", actor);
        put(words, "action", action);
        put(words, "outcome", outcome);
        put(words, "text", text);
        String query = words.entrySet().stream()
                .map(word -> word.getKey() + "=" + URLEncoder.encode(word.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return "api/v1/audit/export.csv" + (query.isEmpty() ? "" : "?" + query);
    }

    private static void put(Map<String, String> words, String name, Object value) {
        if (value != null && !value.toString().isBlank()) {
            words.put(name, value.toString().strip());
        }
    }

    private static String filled(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static LocalDate date(QueryParameters asked, String name) {
        try {
            return asked.getSingleParameter(name).map(LocalDate::parse).orElse(null);
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
