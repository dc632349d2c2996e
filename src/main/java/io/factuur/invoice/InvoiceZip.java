package io.factuur.invoice;

import io.factuur.access.Guard;
import io.factuur.agreement.Operation;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.file.FileDraft;
import io.factuur.file.FileJob;
import io.factuur.file.FileOutput;
import io.factuur.file.FilePlan;
import io.factuur.file.Fingerprint;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import io.factuur.shared.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Many invoices as one ZIP, each with all that the agreement issues beside it: {@code {"kind": "invoices", "scope": …}} for all that match a filter, {@code "numbers": […]}
 * for some of them. With a manifest of names, sizes and SHA-256; what goes in is counted and must come out.
 */
@Component
class InvoiceZip implements FileJob {

    static final String KIND = "invoices";

    private static final DocumentKind[] PACKED = {DocumentKind.INVOICE, DocumentKind.SUMMARY, DocumentKind.TRANSACTIONS
    };
    private static final int PAGE = 1_000;
    private static final int MOST = 20_000;
    private static final int NAMED = 20;

    private final Guard guard;
    private final InvoiceLists lists;
    private final InvoiceReader reader;
    private final InvoicePrinter printer;
    private final AuditLog audit;
    private final JsonMapper json;

    InvoiceZip(
            Guard guard,
            InvoiceLists lists,
            InvoiceReader reader,
            InvoicePrinter printer,
            AuditLog audit,
            JsonMapper json) {
        this.guard = guard;
        this.lists = lists;
        this.reader = reader;
        this.printer = printer;
        this.audit = audit;
        this.json = json;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public FileDraft draft(String order, Person person) {
        Order asked = read(order);
        List<String> numbers = numbers(asked, person);
        if (numbers.isEmpty()) {
            throw Problem.invalid("problem.invoice.zip-empty");
        }
        return new Zip(numbers, person);
    }

    private List<String> numbers(Order asked, Person person) {
        Set<String> wanted = asked.numbers() == null ? Set.of() : Set.copyOf(asked.numbers());
        List<String> numbers = new ArrayList<>();
        List<InvoiceRow> page;
        long after = 0;
        do {
            page = lists.downloadable(asked.query(), after, PAGE, person);
            page.stream()
                    .map(InvoiceRow::number)
                    .filter(number -> wanted.isEmpty() || wanted.contains(number))
                    .forEach(numbers::add);
            after = page.isEmpty() ? after : page.getLast().id();
            if (numbers.size() > MOST) {
                throw Problem.invalid("problem.invoice.zip-large", MOST);
            }
        } while (page.size() == PAGE);
        Set<String> beyond = new TreeSet<>(wanted);
        numbers.forEach(beyond::remove);
        if (!beyond.isEmpty()) {
            throw refuse(beyond, asked.query().scopeId(), person);
        }
        return numbers;
    }

    /** One that they may not have and they get none; the journal names those that were in the way. */
    private Problem refuse(Set<String> beyond, long scopeId, Person person) {
        return beyond.stream()
                .limit(NAMED)
                .map(number -> guard.refuse(Operation.DOWNLOAD_INVOICE.name(), scopeId, number, person))
                .reduce(Problem.notFound(), (before, refused) -> refused);
    }

    private Order read(String order) {
        try {
            Order asked = json.readValue(order, Order.class);
            if (asked.numbers() != null && asked.numbers().stream().anyMatch(Objects::isNull)) {
                throw Problem.invalid("problem.body");
            }
            return asked;
        } catch (JacksonException unreadable) {
            throw Problem.invalid("problem.body");
        }
    }

    record Order(
            @Nullable String scope,
            @Nullable List<String> numbers,
            @Nullable String q,
            @Nullable String status,
            @Nullable String from,
            @Nullable String to,
            @Nullable String least,
            @Nullable String most) {

        InvoiceQuery query() {
            if (scope == null || !scope.matches("\\d{1,18}")) {
                throw Problem.invalid("problem.parameter.number", "scope", String.valueOf(scope));
            }
            return InvoiceQuery.at(Long.parseLong(scope)).matching(FilterWords.read(name -> switch (name) {
                case "q" -> q;
                case "status" -> status;
                case "from" -> from;
                case "to" -> to;
                case "least" -> least;
                case "most" -> most;
                default -> null;
            }));
        }
    }

    private final class Zip implements FileDraft {

        private final List<String> numbers;
        private final Person person;

        private Zip(List<String> numbers, Person person) {
            this.numbers = numbers;
            this.person = person;
        }

        @Override
        public FilePlan plan() {
            Fingerprint fingerprint = new Fingerprint("invoices-2");
            numbers.forEach(fingerprint::add);
            String first = numbers.getFirst();
            String last = numbers.getLast();
            String name = numbers.size() == 1 ? first : first + "_" + last;
            return new FilePlan(
                    "Invoices_" + name + ".zip",
                    numbers.size() == 1 ? first : first + " … " + last,
                    "application/zip",
                    numbers.size(),
                    fingerprint.hex(),
                    false,
                    Map.of());
        }

        @Override
        public void write(FileOutput out) throws IOException {
            StringBuilder manifest = new StringBuilder("Number,File,Bytes,SHA-256\n");
            int written = 0;
            // Not closed: the stream below belongs to the machine that keeps the file.
            ZipOutputStream zip = new ZipOutputStream(out.stream(), StandardCharsets.UTF_8);
            for (String number : numbers) {
                Invoice invoice = reader.find(number).orElseThrow();
                for (DocumentKind kind : PACKED) {
                    if (kind.of(invoice.row())) {
                        manifest.append(
                                pack(printer.print(invoice, kind, InvoicePrinter.language(invoice)), number, zip));
                    }
                }
                audit.record(AuditEvent.done(
                                person.username(), "invoice.pack", invoice.row().scopeId(), number)
                        .with("kind", "zip"));
                written++;
                out.done(written);
            }
            if (written != numbers.size()) {
                throw new IOException(written + " invoices written, not " + numbers.size());
            }
            zip.putNextEntry(new ZipEntry("manifest.csv"));
            zip.write(manifest.toString().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.finish();
            audit.record(
                    AuditEvent.done(person.username(), "invoice.zip", null, Objects.requireNonNull(numbers.getFirst()))
                            .with("count", written));
        }

        /** Gives its line of the manifest. */
        private static String pack(StoredDocument document, String number, ZipOutputStream zip) throws IOException {
            zip.putNextEntry(new ZipEntry(document.name()));
            MessageDigest sha = Sha256.digest();
            // Not closed: it is the ZIP's.
            long bytes = Files.copy(document.path(), new DigestOutputStream(zip, sha));
            zip.closeEntry();
            if (bytes != document.sizeBytes()
                    || !HexFormat.of().formatHex(sha.digest()).equals(document.sha256())) {
                throw new IOException(document.name() + " is not what was issued");
            }
            return "%s,%s,%d,%s\n".formatted(number, document.name(), bytes, document.sha256());
        }
    }
}
