package io.factuur.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.TestPeople;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.invoice.DocumentChecks.Genuine;
import io.factuur.scope.Scope;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Problem;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A document is genuine when its very bytes were sealed; what became of its invoice is said beside it. */
@IntegrationTest
class DocumentChecksTest {

    private static final BillingPeriod SEPTEMBER = BillingPeriod.month(YearMonth.of(2024, 9));

    @Autowired
    DocumentChecks checks;

    @Autowired
    InvoiceDocuments documents;

    @Autowired
    InvoiceLife life;

    @Autowired
    TestInvoices made;

    @Autowired
    TestScopes scopes;

    @Autowired
    TestPeople people;

    @Autowired
    JdbcClient jdbc;

    Person operator;
    Person reader;
    InvoiceRow invoice;

    @BeforeEach
    void anInvoiceWithTax() {
        operator = people.operator();
        Scope profile = scopes.child(scopes.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        made.terms(profile, "tax_rate", new BigDecimal("0.21"));
        reader = made.with(Role.BILLING_PROFILE_READER, profile);
        invoice = made.issued(profile, SEPTEMBER, "10");
    }

    @Test
    void theVeryBytesAreGenuineAndOneOtherByteIsNot() throws Exception {
        byte[] paper = paper(InvoiceDocuments.PDF, null);
        assertThat(checks.find(sha256(paper))).hasValueSatisfying(genuine -> assertThat(genuine)
                .returns(invoice.number(), Genuine::name)
                .returns("invoice.pdf", Genuine::kind)
                .returns(true, Genuine::stands));
        assertThat(checks.find(sha256(paper(InvoiceDocuments.TAX, null))))
                .hasValueSatisfying(genuine -> assertThat(genuine.kind()).isEqualTo("tax.pdf"));
        assertThat(checks.find(sha256(paper(InvoiceDocuments.PDF, "nl"))))
                .hasValueSatisfying(genuine -> assertThat(genuine.kind()).isEqualTo("invoice.nl.pdf"));
        paper[paper.length / 2] ^= 1;
        assertThat(checks.find(sha256(paper))).isEmpty();
    }

    @Test
    void aDigestThatTheJournalDoesNotKnowIsNotBelieved() throws Exception {
        byte[] forged = "Pay somebody else".getBytes(StandardCharsets.UTF_8);
        String genuine = sha256(paper(InvoiceDocuments.PDF, null));
        believe(sha256(forged));
        try {
            assertThat(checks.find(sha256(forged))).isEmpty();
        } finally {
            believe(genuine);
        }
        assertThat(checks.find(genuine)).isPresent();
    }

    private void believe(String digest) {
        jdbc.sql("update invoice_document set sha256 = :sha where invoice_id = :id and kind = 'invoice.pdf'")
                .param("sha", digest)
                .param("id", invoice.id())
                .update();
    }

    @Test
    void aVoidAndAReplacedInvoiceAreGenuineButDoNotStand() throws Exception {
        String digest = sha256(paper(InvoiceDocuments.PDF, null));
        life.voided(invoice.number(), "Wrong", operator);
        assertThat(checks.find(digest))
                .hasValueSatisfying(genuine -> assertThat(genuine.stands()).isFalse());
    }

    @Test
    void aCreditedInvoiceStandsUntilItIsReplaced() throws Exception {
        String digest = sha256(paper(InvoiceDocuments.PDF, null));
        life.credit(invoice.number(), null, "Wrong", operator);
        assertThat(checks.find(digest))
                .hasValueSatisfying(genuine -> assertThat(genuine.stands()).isTrue());
        life.rebill(invoice.number(), "Right", operator);
        assertThat(checks.find(digest))
                .hasValueSatisfying(genuine -> assertThat(genuine.stands()).isFalse());
    }

    @Test
    void eachDocumentIsSealedOnce() throws Exception {
        paper(InvoiceDocuments.PDF, null);
        paper(InvoiceDocuments.PDF, null);
        assertThat(jdbc.sql("""
                select count(*) from audit_entry where subject = :number and action = 'invoice.document'
                and detail like '%"invoice.pdf"%'
                """)
                        .param("number", invoice.number())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** Of the same size, so that only the digest tells; then gone altogether. */
    @Test
    void whatWasTamperedWithIsNotHandedOutAndNotMailed() throws Exception {
        Path file = documents
                .open(invoice.number(), InvoiceDocuments.PDF, null, reader)
                .path();
        byte[] genuine = Files.readAllBytes(file);
        byte[] forged = genuine.clone();
        forged[forged.length / 2] ^= 1;
        Files.write(file, forged);
        try {
            assertNotHandedOut();
            Files.delete(file);
            assertNotHandedOut();
        } finally {
            Files.write(file, genuine);
        }
        assertThat(failures()).isEqualTo(2);
        assertThat(paper(InvoiceDocuments.PDF, null)).isEqualTo(genuine);
        assertThat(documents.made(invoice.number(), InvoiceDocuments.PDF)).isPresent();
    }

    private void assertNotHandedOut() {
        assertThatThrownBy(() -> documents.open(invoice.number(), InvoiceDocuments.PDF, null, reader))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.key()).isEqualTo("problem.document.changed"));
        assertThat(documents.made(invoice.number(), InvoiceDocuments.PDF)).isEmpty();
    }

    private int failures() {
        return jdbc.sql("""
                select count(*) from audit_entry where subject = :number and action = 'invoice.download'
                and outcome = 'FAILED' and actor = :actor
                """)
                .param("number", invoice.number())
                .param("actor", reader.username())
                .query(Integer.class)
                .single();
    }

    private byte[] paper(String kind, @Nullable String language) throws IOException {
        return Files.readAllBytes(
                documents.open(invoice.number(), kind, language, reader).path());
    }

    private static String sha256(byte[] content) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
