package io.factuur.usage;

import java.util.Locale;

/**
 * What to do with a file that comes in.
 *
 * @param fileName for people; the content decides what it is
 * @param keepGoodRows take the rows that are right even when others are rejected
 * @param dryRun say what would happen and change nothing
 * @param locale the language of the reasons in the file of rejected rows
 */
public record ImportRequest(String fileName, ImportMode mode, boolean keepGoodRows, boolean dryRun, Locale locale) {

    private static final int LONGEST_NAME = 300;

    public ImportRequest {
        String name = fileName.isBlank() ? "usage.csv" : fileName.strip();
        fileName = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    /** Replaces, all or nothing, for real. */
    public static ImportRequest of(String fileName) {
        return new ImportRequest(fileName, ImportMode.REPLACE, false, false, Locale.ENGLISH);
    }

    public ImportRequest appending() {
        return new ImportRequest(fileName, ImportMode.APPEND, keepGoodRows, dryRun, locale);
    }

    public ImportRequest keepingGoodRows() {
        return new ImportRequest(fileName, mode, true, dryRun, locale);
    }

    public ImportRequest asDryRun() {
        return new ImportRequest(fileName, mode, keepGoodRows, true, locale);
    }
}
