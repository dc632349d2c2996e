package io.factuur.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.TestPeople;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Condition;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.file.FileState;
import io.factuur.file.PreparedFile;
import io.factuur.file.PreparedFiles;
import io.factuur.scope.Scope;
import io.factuur.scope.ScopePolicies;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class InvoiceZipTest {

    @Autowired
    PreparedFiles files;

    @Autowired
    ScopePolicies policies;

    @Autowired
    InvoiceDocuments documents;

    @Autowired
    InvoiceLists lists;

    @Autowired
    TestInvoices made;

    @Autowired
    TestScopes scopes;

    @Autowired
    TestPeople people;

    @Autowired
    JdbcClient jdbc;

    Scope profile;
    Person reader;
    final List<String> numbers = new ArrayList<>();

    @BeforeEach
    void threeInvoices() {
        profile = scopes.child(scopes.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        reader = made.with(Role.BILLING_PROFILE_READER, profile);
        for (int month = 7; month <= 9; month++) {
            numbers.add(made.issued(profile, BillingPeriod.month(YearMonth.of(2024, month)), month + ".10")
                    .number());
        }
    }

    @Test
    void holdsEachInvoiceOnceWithAManifestThatIsTrue() throws Exception {
        Map<String, byte[]> zip = ordered(ZipOrder.json(InvoiceQuery.at(profile.id()), List.of()));

        assertThat(zip.keySet())
                .containsExactly(
                        numbers.get(0) + ".pdf", numbers.get(1) + ".pdf", numbers.get(2) + ".pdf", "manifest.csv");
        List<String> manifest = new String(Objects.requireNonNull(zip.get("manifest.csv")), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(manifest).hasSize(4).first().isEqualTo("Number,File,Bytes,SHA-256");
        for (String number : numbers) {
            byte[] pdf = Objects.requireNonNull(zip.get(number + ".pdf"));
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
            assertThat(manifest).contains("%s,%s.pdf,%d,%s".formatted(number, number, pdf.length, digest));
        }
    }

    @Test
    void holdsWhatWasChosenOrFilteredAndNothingElse() throws Exception {
        assertThat(ordered(ZipOrder.json(InvoiceQuery.at(profile.id()), numbers.subList(1, 2))))
                .containsOnlyKeys(numbers.get(1) + ".pdf", "manifest.csv");
        InvoiceQuery large = InvoiceQuery.at(profile.id()).matching(FilterWords.read(Map.of("least", "8")::get));
        assertThat(ordered(ZipOrder.json(large, List.of()))).hasSize(3);
    }

    /** As it reads them for a large file: each page goes on where the one before ended. */
    @Test
    void aLongListIsReadPageByPageWithoutGapOrRepetition() {
        InvoiceQuery all = InvoiceQuery.at(profile.id());
        List<InvoiceRow> first = lists.downloadable(all, 0, 2, reader);
        List<InvoiceRow> second = lists.downloadable(all, first.getLast().id(), 2, reader);
        assertThat(first).hasSize(2);
        assertThat(Stream.concat(first.stream(), second.stream()).map(InvoiceRow::number))
                .containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(lists.downloadable(all, second.getLast().id(), 2, reader)).isEmpty();
    }

    @Test
    void anEnrollmentsSummaryAndTransactionsLieBesideItsInvoice() throws Exception {
        Scope enrollment = scopes.account(AgreementType.EA);
        policies.change(enrollment.id(), Map.of(Condition.INVOICE_DOWNLOAD, true), people.operator());
        reader = made.with(Role.ENTERPRISE_ADMINISTRATOR, enrollment);
        String number = made.issued(enrollment, BillingPeriod.month(YearMonth.of(2024, 9)), "10")
                .number();
        assertThat(ordered(ZipOrder.json(InvoiceQuery.at(enrollment.id()), List.of())))
                .containsOnlyKeys(
                        number + ".pdf", number + "_summary.pdf", number + "_transactions.csv", "manifest.csv");
    }

    /** Of the same size, so that only the digest tells. */
    @Test
    void aDocumentThatWasTamperedWithIsNotPacked() throws Exception {
        Path paper = documents
                .open(numbers.get(1), InvoiceDocuments.PDF, null, reader)
                .path();
        byte[] genuine = Files.readAllBytes(paper);
        byte[] forged = genuine.clone();
        forged[forged.length / 2] ^= 1;
        Files.write(paper, forged);
        try {
            long id = order(ZipOrder.json(InvoiceQuery.at(profile.id()), List.of()))
                    .id();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> files.get(id, reader).state() != FileState.WAITING
                            && files.get(id, reader).state() != FileState.RUNNING);
            assertThat(files.get(id, reader).state()).isEqualTo(FileState.FAILED);
        } finally {
            Files.write(paper, genuine);
        }
    }

    @Test
    void whatIsNotTheirsCannotBePutIn() {
        Scope other = scopes.child(scopes.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        InvoiceRow foreign = made.issued(other, BillingPeriod.month(YearMonth.of(2024, 9)), "1");
        assertThatThrownBy(() -> order(ZipOrder.json(InvoiceQuery.at(other.id()), List.of())))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() ->
                        order(ZipOrder.json(InvoiceQuery.at(profile.id()), List.of(numbers.get(0), foreign.number()))))
                .isInstanceOf(Problem.class);
        assertThat(jdbc.sql("select subject from audit_entry where actor = ? and outcome = 'REFUSED' order by id")
                        .param(reader.username())
                        .query(String.class)
                        .list())
                .as("refusals written down")
                .containsExactly(String.valueOf(other.id()), foreign.number());
        assertThatThrownBy(() -> order("{\"scope\": \"%d\", \"numbers\": [null]}".formatted(profile.id())))
                .isInstanceOf(Problem.class);
        InvoiceQuery none = InvoiceQuery.at(profile.id()).matching(FilterWords.read(Map.of("q", "no such")::get));
        assertThatThrownBy(() -> order(ZipOrder.json(none, List.of())))
                .isInstanceOfSatisfying(
                        Problem.class, empty -> assertThat(empty.key()).isEqualTo("problem.invoice.zip-empty"));
    }

    private PreparedFile order(String order) {
        return files.order(ZipOrder.KIND, order, reader);
    }

    private Map<String, byte[]> ordered(String order) throws IOException {
        long id = order(order).id();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> files.get(id, reader).state() == FileState.READY);
        Map<String, byte[]> found = new LinkedHashMap<>();
        try (ZipInputStream zip =
                new ZipInputStream(Files.newInputStream(files.open(id, reader).path()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found.put(entry.getName(), zip.readAllBytes());
            }
        }
        return found;
    }
}
