package io.factuur.usage.in;

import io.factuur.shared.Problem;
import java.util.List;

/** Tells by its headers what a file is. A further format is one more line here. */
final class Formats {

    /** So many columns may be missing for us to see what a file was meant to be. */
    private static final int NEARLY = 2;

    private Formats() {}

    /** @throws Problem when it is no usage file we know, with what it looks like where that helps */
    static RowReader of(Header header) {
        if (FocusReader.recognises(header)) {
            return FocusReader.of(header);
        }
        if (AzureReader.recognises(header)) {
            return AzureReader.of(header);
        }
        String first = header.name(0);
        if (header.size() == 1 && (first.contains(";") || first.contains("\t"))) {
            throw Problem.invalid("problem.import.separator", first.contains(";") ? ";" : "tab");
        }
        if (first.startsWith("--")) {
            throw Problem.invalid("problem.import.form");
        }
        List<String> focus = FocusReader.missing(header);
        List<String> azure = AzureReader.missing(header);
        if (focus.size() <= NEARLY && focus.size() <= azure.size()) {
            throw Problem.invalid("problem.import.column-missing", "FOCUS", String.join(", ", focus));
        }
        if (azure.size() <= NEARLY) {
            throw Problem.invalid("problem.import.column-missing", "Azure", String.join(", ", azure));
        }
        throw Problem.invalid("problem.import.unknown-format", shown(header.toString()));
    }

    private static String shown(String columns) {
        return columns.length() <= 120 ? columns : columns.substring(0, 119) + "…";
    }
}
