package io.factuur.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.IntegrationTest;
import io.factuur.TestPeople;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.ScopeKind;
import io.factuur.invoice.ChunkReader.Reading;
import io.factuur.scope.Scope;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import io.factuur.usage.ImportRequest;
import io.factuur.usage.ImportState;
import io.factuur.usage.UsageCsv;
import io.factuur.usage.UsageImports;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A chunk is read before it passes the gate: what goes live in between is on the invoice all the same. */
@IntegrationTest
class ChunkReaderTest {

    @Autowired
    ChunkReader reader;

    @Autowired
    BillingChunk chunk;

    @Autowired
    BillingRunStore runs;

    @Autowired
    InvoiceSeries series;

    @Autowired
    Invoices invoices;

    @Autowired
    UsageImports imports;

    @Autowired
    Clock clock;

    @Autowired
    TestScopes scopes;

    @Autowired
    TestPeople people;

    @Test
    void usageThatGoesLiveAfterTheReadingIsInvoicedToo() {
        Person operator = people.operator();
        Scope account = scopes.account(AgreementType.MCA);
        Scope profile = scopes.child(account, ScopeKind.BILLING_PROFILE);
        AskedPeriod march = AskedPeriod.parse("2025-03");
        LocalDate today = LocalDate.of(2025, 4, 1);
        bring(UsageCsv.of(profile.externalId(), "2025-03").add("s", "02", "1.10"), operator);

        Reading reading = reader.after(0, account, march, today, operator);
        bring(
                UsageCsv.of(profile.externalId(), "2025-03")
                        .add("s", "02", "1.10")
                        .add("s", "03", "2.20"),
                operator);
        series.open(clock.instant().atOffset(ZoneOffset.UTC).getYear());
        long run = runs.open(account.id(), march, operator);
        chunk.issue(run, account, march, reading, operator);

        List<InvoiceRow> issued = invoices.ofRun(run, 0, 10, operator);
        assertThat(issued)
                .singleElement()
                .satisfies(invoice -> assertThat(invoice.figures().charges()).isEqualTo("3.30"));
    }

    private void bring(UsageCsv csv, Person operator) {
        assertThat(imports.run(csv.stream(), ImportRequest.of("a.csv"), operator)
                        .state())
                .isEqualTo(ImportState.LIVE);
    }
}
