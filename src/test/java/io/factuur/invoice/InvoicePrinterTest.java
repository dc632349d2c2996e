package io.factuur.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.IntegrationTest;
import io.factuur.agreement.AgreementType;
import io.factuur.audit.AuditLog;
import io.factuur.invoice.pdf.InvoicePdf;
import io.factuur.scope.TestScopes;
import io.factuur.shared.BillingPeriod;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What cannot be printed keeps nothing else from being printed. */
@IntegrationTest
class InvoicePrinterTest {

    private static final BillingPeriod MAY = BillingPeriod.month(YearMonth.of(2025, 5));

    @Autowired
    TestInvoices made;

    @Autowired
    TestScopes scopes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    InvoicePrinter own;

    @Autowired
    InvoiceReader reader;

    @Autowired
    InvoicePdf pdf;

    @Autowired
    TransactionReader items;

    @Autowired
    TransactionFile transactions;

    @Autowired
    BalanceReader balances;

    @Autowired
    DocumentStore store;

    @Autowired
    AuditLog audit;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private final List<String> kept = new ArrayList<>();
    private final List<InvoiceRow> invoices = new ArrayList<>();

    @BeforeEach
    void fourInvoices() {
        for (int i = 0; i < 4; i++) {
            invoices.add(made.issued(scopes.account(AgreementType.MCA), MAY, "100"));
        }
    }

    @AfterEach
    void readableAgain() {
        jdbc.sql("update invoice set customer = replace(customer, '?{', '{')").update();
    }

    @Test
    void aFullPageOfWhatCannotBeReadIsGotPast() {
        invoices.subList(0, 3).forEach(this::makeUnreadable);
        forgetDocuments();
        InvoiceRow good = invoices.getLast();

        printer(store).printPending(2);

        assertThat(documents(good)).isEqualTo(1);
        assertThat(invoices.subList(0, 3))
                .allSatisfy(bad -> assertThat(documents(bad)).isZero());
    }

    @Test
    void whatFailedIsLetBeForAWhileAndTheRestIsPrinted() {
        forgetDocuments();
        InvoicePrinter printer = printer(failingFor(invoices.getFirst()));

        printer.printPending(1);
        printer.printPending(1);

        assertThat(kept)
                .filteredOn(path -> path.contains(invoices.getFirst().number()))
                .hasSizeLessThan(2);
        assertThat(invoices.subList(1, 4))
                .allSatisfy(good -> assertThat(documents(good)).isEqualTo(1));
    }

    @Test
    void whatWasIssuedAfterAFailureIsPrintedToo() {
        forgetDocuments();
        InvoicePrinter printer = printer(failingFor(invoices.getFirst()));
        printer.printPending(10);
        InvoiceRow later = made.issued(scopes.account(AgreementType.MCA), MAY, "100");

        printer.printPending(10);

        assertThat(documents(later)).isEqualTo(1);
    }

    /** Another node is quicker by a hair. */
    @Test
    void whatTwoPrintAtOnceIsSealedOnce() throws IOException {
        forgetDocuments();
        jdbc.sql("delete from invoice_document where invoice_id = ?")
                .param(invoices.getFirst().id())
                .update();
        InvoicePrinter quicker = printer(store);
        Invoice invoice = reader.find(invoices.getFirst().number()).orElseThrow();
        InvoicePrinter slower = printer(new DocumentStore() {
            @Override
            public void keep(String path, byte[] content) throws IOException {
                quicker.print(invoice, DocumentKind.INVOICE, "nl");
                store.keep(path, content);
            }

            @Override
            public Path file(String path) {
                return store.file(path);
            }
        });
        slower.print(invoice, DocumentKind.INVOICE, "nl");
        assertThat(jdbc.sql("""
                select count(*) from audit_entry where subject = ? and action = 'invoice.document'
                and detail like '%invoice.nl.pdf%'
                """).param(invoice.number()).query(Integer.class).single())
                .isEqualTo(1);
    }

    private InvoicePrinter printer(DocumentStore store) {
        return new InvoicePrinter(jdbc, reader, pdf, items, transactions, balances, store, audit, transaction, clock);
    }

    private DocumentStore failingFor(InvoiceRow invoice) {
        return new DocumentStore() {
            @Override
            public void keep(String path, byte[] content) throws IOException {
                kept.add(path);
                if (path.contains(invoice.number())) {
                    throw new IOException("No room");
                }
                store.keep(path, content);
            }

            @Override
            public Path file(String path) {
                return store.file(path);
            }
        };
    }

    private void makeUnreadable(InvoiceRow invoice) {
        jdbc.sql("update invoice set customer = concat('?', customer) where id = ?")
                .param(invoice.id())
                .update();
    }

    /** The application's own printer is done with them before, and does not come back. */
    private void forgetDocuments() {
        own.printPending(10);
        jdbc.sql("delete from invoice_document where invoice_id in (:ids)")
                .param("ids", invoices.stream().map(InvoiceRow::id).toList())
                .update();
    }

    private int documents(InvoiceRow invoice) {
        return jdbc.sql("select count(*) from invoice_document where invoice_id = ? and kind = 'invoice.pdf'")
                .param(invoice.id())
                .query(Integer.class)
                .single();
    }
}
