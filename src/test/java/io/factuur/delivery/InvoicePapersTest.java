package io.factuur.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.IntegrationTest;
import io.factuur.TestCustomers;
import io.factuur.TestPeople;
import io.factuur.agreement.AgreementType;
import io.factuur.invoice.BillingRuns;
import io.factuur.scope.Scope;
import io.factuur.usage.TestUsage;
import io.factuur.usage.TestUsage.TestRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class InvoicePapersTest {

    @Autowired
    InvoicePapers papers;

    @Autowired
    TestCustomers customers;

    @Autowired
    TestUsage usage;

    @Autowired
    TestPeople people;

    @Autowired
    BillingRuns runs;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theUsageFileOfAnInvoiceIsThereAsSoonAsSomebodyIsToGetIt() throws IOException {
        LocalDate september = LocalDate.of(2024, 9, 1);
        Scope enrollment = customers.account(AgreementType.EA, "EUR");
        usage.deliver(
                enrollment,
                enrollment,
                september,
                september.plusMonths(1),
                List.of(TestRow.of(enrollment, september, "12.345")));
        runs.close(enrollment.id(), "2024-09", people.operator());
        String number = jdbc.sql("select number from invoice where scope_id = :scope")
                .param("scope", enrollment.id())
                .query(String.class)
                .single();

        PaperFile file = papers.file(number, "usage.csv").orElseThrow();

        String text = new String(file.content().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text).contains("12.345");
        assertThat(file.sizeBytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
        assertThat(file.name()).endsWith(".csv");
        assertThat(papers.file("no such invoice", "usage.csv")).isEmpty();
    }
}
