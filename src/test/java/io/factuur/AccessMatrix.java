package io.factuur;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Condition;
import io.factuur.agreement.Operation;
import io.factuur.agreement.ScopeKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code access-matrix.txt}, the table that people read, too. */
final class AccessMatrix {

    static final Path FILE = Path.of("src/test/resources/access-matrix.txt");

    static final Map<Character, ScopeKind> KINDS = Map.of(
            'A', ScopeKind.BILLING_ACCOUNT,
            'P', ScopeKind.BILLING_PROFILE,
            'I', ScopeKind.INVOICE_SECTION,
            'D', ScopeKind.DEPARTMENT,
            'N', ScopeKind.ENROLLMENT_ACCOUNT,
            'S', ScopeKind.SUBSCRIPTION);

    private static final Pattern LEGEND = Pattern.compile(" {2}(\\S+) +([A-Z_]{3,}) {2,}.*");
    private static final Pattern CELL = Pattern.compile("-|([APIDNS]+)([1-5]?)");

    final List<Row> rows = new ArrayList<>();
    final Map<String, Operation> columns = new HashMap<>();
    private final Map<String, String> notes = new HashMap<>();

    private AccessMatrix() {}

    static AccessMatrix read() {
        AccessMatrix matrix = new AccessMatrix();
        try {
            matrix.read(Files.readAllLines(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return matrix;
    }

    private void read(List<String> lines) {
        AgreementType agreement = null;
        List<String> heads = List.of();
        for (String line : lines) {
            Matcher legend = LEGEND.matcher(line);
            if (legend.matches() && legend.group(1).matches("\\d")) {
                notes.put(legend.group(1), legend.group(2));
            } else if (legend.matches()) {
                columns.put(legend.group(1), Operation.valueOf(legend.group(2)));
            } else if (line.matches("[A-Z]+: .*")) {
                agreement = AgreementType.valueOf(line.substring(0, line.indexOf(':')));
            } else if (line.startsWith("role ")) {
                heads = words(line).subList(2, words(line).size());
            } else if (agreement != null && !line.isBlank()) {
                rows.add(row(agreement, words(line), heads));
            }
        }
    }

    private Row row(AgreementType agreement, List<String> words, List<String> heads) {
        if (words.size() != heads.size() + 2) {
            throw new IllegalStateException("A cell too many or too few: " + words);
        }
        Map<Operation, Cell> cells = new EnumMap<>(Operation.class);
        for (int i = 0; i < heads.size(); i++) {
            Operation operation = columns.get(heads.get(i));
            if (operation == null) {
                throw new IllegalStateException("No legend for the column " + heads.get(i));
            }
            cells.put(operation, cell(words.get(i + 2)));
        }
        char given = words.get(1).charAt(0);
        return new Row(agreement, words.get(0), given == '*' ? null : KINDS.get(given), cells);
    }

    private Cell cell(String text) {
        Matcher cell = CELL.matcher(text);
        if (!cell.matches()) {
            throw new IllegalStateException("Not a cell: " + text);
        }
        Set<ScopeKind> kinds = EnumSet.noneOf(ScopeKind.class);
        if (cell.group(1) == null) {
            return new Cell(kinds, Condition.NONE, false);
        }
        cell.group(1).chars().forEach(letter -> kinds.add(KINDS.get((char) letter)));
        String note = notes.getOrDefault(cell.group(2), "NONE");
        return note.equals("TOKEN")
                ? new Cell(kinds, Condition.NONE, true)
                : new Cell(kinds, Condition.valueOf(note), false);
    }

    private static List<String> words(String line) {
        return List.of(line.strip().split(" +"));
    }

    /** @param given the kind of scope that the role is given on; null for the operator */
    record Row(AgreementType agreement, String role, ScopeKind given, Map<Operation, Cell> cells) {}

    record Cell(Set<ScopeKind> kinds, Condition condition, boolean tokenOnly) {

        boolean counts(Set<Condition> on, boolean viaToken) {
            return (condition == Condition.NONE || on.contains(condition)) && (viaToken || !tokenOnly);
        }
    }
}
