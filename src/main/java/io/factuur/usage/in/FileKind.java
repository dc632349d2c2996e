package io.factuur.usage.in;

import io.factuur.shared.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;

/** Files that are given by mistake, told by how they begin, so that people hear what they sent. */
enum FileKind {
    ZIP("PK", "problem.import.archive"),
    PARQUET("PAR1", "Parquet"),
    AVRO("Obj\u0001", "Avro"),
    ORC("ORC", "ORC"),
    PDF("%PDF", "PDF"),
    EXCEL("\u00d0\u00cf\u0011\u00e0", "Excel"),
    BZIP2("BZh", "bzip2"),
    XZ("\u00fd7zXZ", "xz"),
    ZSTANDARD("\u0028\u00b5\u002f\u00fd", "Zstandard"),
    SEVEN_ZIP("7z\u00bc\u00af", "7z"),
    JSON_OBJECT("{", "JSON"),
    JSON_LIST("[", "JSON"),
    MARKUP("<", "HTML/XML");

    private static final int LOOK = 64;

    private final String start;
    private final String name;

    FileKind(String start, String name) {
        this.start = start;
        this.name = name;
    }

    /** @throws Problem when the bytes begin like a file that is no CSV; otherwise nothing has been read */
    static void refuse(InputStream in) throws IOException {
        String first = first(in);
        for (FileKind kind : values()) {
            if (first.startsWith(kind.start)) {
                throw kind == ZIP ? Problem.invalid(kind.name) : Problem.invalid("problem.import.kind", kind.name);
            }
        }
    }

    private static String first(InputStream in) throws IOException {
        try {
            in.mark(LOOK);
            String first = new String(in.readNBytes(LOOK), StandardCharsets.ISO_8859_1);
            in.reset();
            return first.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading();
        } catch (EOFException | ZipException broken) {
            throw Problem.invalid("problem.import.gzip");
        }
    }
}
