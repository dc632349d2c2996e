package io.factuur.usage.in;

import io.factuur.shared.Problem;

/** Tells by its headers what a file is. A further format is one more line here. */
final class Formats {

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
        throw Problem.invalid("problem.import.unknown-format", shown(header.toString()));
    }

    private static String shown(String columns) {
        return columns.length() <= 120 ? columns : columns.substring(0, 119) + "…";
    }
}
