package io.factuur.operations;

import io.factuur.audit.AuditSeal;
import io.factuur.shared.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the data is all there: the journal's chain, and each document that the database knows. For the command line. */
@Component
class Wholeness {

    private final JdbcClient jdbc;
    private final AuditSeal seal;
    private final Path documents;

    Wholeness(JdbcClient jdbc, AuditSeal seal, @Value("${factuur.data-dir}") Path data) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.documents = data.toAbsolutePath().normalize().resolve("documents");
    }

    /** What is wrong, a sentence each; empty when nothing is. */
    List<String> problems() {
        List<String> wrong = new ArrayList<>();
        long broken = seal.firstBroken();
        if (broken != 0) {
            wrong.add("The journal's chain breaks at entry " + broken + ".");
        }
        jdbc.sql("select path, sha256 from invoice_document order by path").query(row -> {
            String path = row.getString("path");
            if (!row.getString("sha256").equals(sum(documents.resolve(path)))) {
                wrong.add("The document " + path + " is missing or not as it was made.");
            }
        });
        return wrong;
    }

    /** Empty for a file that cannot be read. */
    private static String sum(Path file) {
        try {
            return Sha256.hex(file);
        } catch (IOException gone) {
            return "";
        }
    }
}
