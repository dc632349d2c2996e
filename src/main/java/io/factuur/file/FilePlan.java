package io.factuur.file;

import java.util.Map;

/**
 * What a file will be.
 *
 * @param name the file's name, of letters, digits and {@code - _ .} only
 * @param title a few words for lists, that read the same in every language: a scope, a period, a format
 * @param mediaType {@code text/csv;charset=UTF-8}; text is stored compressed, anything else as it is
 * @param rows how many steps the job takes, to show progress: usage rows, invoices in a ZIP
 * @param fingerprint two files with the same are the same, byte for byte: it is made once and served to everybody who may
 *     have it. Whatever the content depends on goes in; see {@link Fingerprint}
 * @param forGood whether it can never change any more: then it is kept without end, so that it is never made again
 * @param figures sums to hold against the file, for its manifest: {@code "EUR"} to {@code "18.0066386184"}
 */
public record FilePlan(
        String name,
        String title,
        String mediaType,
        long rows,
        String fingerprint,
        boolean forGood,
        Map<String, String> figures) {

    boolean isText() {
        return mediaType.startsWith("text/");
    }
}
