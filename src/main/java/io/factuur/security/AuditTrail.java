package io.factuur.security;

import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditFilter;
import io.factuur.audit.AuditLog;
import io.factuur.audit.AuditReader;
import io.factuur.audit.AuditRow;
import io.factuur.audit.AuditSeal;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** The journal, for operators: to look through, to take away, to be checked. */
@Service
public class AuditTrail {

    private static final int BATCH = 1_000;

    private final AuditReader reader;
    private final AuditSeal seal;
    private final AuditLog log;
    private final Operators operators;

    AuditTrail(AuditReader reader, AuditSeal seal, AuditLog log, Operators operators) {
        this.reader = reader;
        this.seal = seal;
        this.log = log;
        this.operators = operators;
    }

    public List<AuditRow> page(AuditFilter filter, long offset, int limit, Person person) {
        operators.require("audit.read", person);
        return reader.page(filter, offset, limit);
    }

    public List<AuditRow> before(AuditFilter filter, long beforeId, int limit, Person person) {
        operators.require("audit.read", person);
        return reader.before(filter, beforeId, limit);
    }

    public int count(AuditFilter filter, Person person) {
        operators.require("audit.read", person);
        return reader.count(filter);
    }

    /** The number of the first entry that was changed, removed or slipped in; 0 when the chain is whole. */
    public long firstBroken(Person person) {
        operators.require("audit.verify", person);
        return seal.firstBroken();
    }

    /**
     * Writes what a filter finds as CSV, the latest first, row by row.
     *
     * @throws io.factuur.shared.Problem before the first byte, for everybody but an operator
     */
    public Export export(AuditFilter filter, Person person) {
        operators.require("audit.export", person);
        log.record(AuditEvent.done(person.username(), "audit.export", null, "audit.csv")
                .with("filter", filter));
        return out -> {
            out.write("at,actor,action,outcome,scope,subject,detail,seal,hash\r\n");
            long before = Long.MAX_VALUE;
            List<AuditRow> rows;
            do {
                rows = reader.before(filter, before, BATCH);
                for (AuditRow row : rows) {
                    out.write(line(row));
                    before = row.id();
                }
            } while (rows.size() == BATCH);
            out.flush();
        };
    }

    /** Ready to be written; nothing is read before. */
    public interface Export {

        void writeTo(Writer out) throws IOException;
    }

    private static String line(AuditRow row) {
        String detail = row.detail().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("; "));
        return Stream.of(
                                row.at(),
                                row.actor(),
                                row.action(),
                                row.outcome(),
                                row.scopeId() == null ? "" : row.scopeId(),
                                row.subject(),
                                detail,
                                row.seal() == null ? "" : row.seal(),
                                row.hash() == null ? "" : row.hash())
                        .map(value -> cell(value.toString()))
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    /** Quoted as RFC 4180 has it; what a spreadsheet would take for a formula gets an apostrophe in front. */
    static String cell(String text) {
        String plain = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return plain.matches("[^\",\\r\\n]*") ? plain : "\"" + plain.replace("\"", "\"\"") + "\"";
    }
}
