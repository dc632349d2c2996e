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
import io.factuur.usage.PeriodGate;
import io.factuur.usage.UsageCsv;
import io.factuur.usage.UsageImports;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A chunk is drafted before it passes the gate: what changes in between is on the invoice all the same. */
@IntegrationTest
class ChunkReaderTest {

    private static final AskedPeriod MARCH = AskedPeriod.parse("2025-03");

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
    Credits credits;

    @Autowired
    PeriodGate gate;

    @Autowired
    Clock clock;

    @Autowired
    TestScopes scopes;

    @Autowired
    TestPeople people;

    private Person operator;
    private Scope account;
    private Scope profile;
    private long run;

    @BeforeEach
    void aProfileWithUsage() {
        operator = people.operator();
        account = scopes.account(AgreementType.MCA);
        profile = scopes.child(account, ScopeKind.BILLING_PROFILE);
        series.open(clock.instant().atOffset(ZoneOffset.UTC).getYear());
        run = runs.open(account.id(), MARCH, operator);
        bring(used(march(), "02", "1.10"));
    }

    @Test
    void whatHasNotChangedIsIssuedAsItWasDrafted() {
        Reading reading = read();
        assertThat(reading.drafts().invoices())
                .extracting(draft -> draft.draft().figures().charges())
                .containsExactly(new BigDecimal("1.10"));

        assertThat(reading.drafts().from().covers(reader.basis(reading.closings(), gate.changes())))
                .isTrue();
        assertThat(issue(reading).figures().charges()).isEqualTo("1.10");
    }

    @Test
    void usageThatGoesLiveAfterTheReadingIsInvoicedToo() {
        Reading reading = read();
        bring(used(used(march(), "02", "1.10"), "03", "2.20"));

        assertThat(issue(reading).figures().charges()).isEqualTo("3.30");
    }

    @Test
    void aCreditGivenAfterTheReadingIsTakenOff() {
        Reading reading = read();
        credits.give(
                profile.id(),
                new NewCredit(CreditKind.CREDIT, new BigDecimal("0.40"), LocalDate.of(2025, 1, 1), null, "Sorry"),
                operator);

        InvoiceRow issued = issue(reading);
        assertThat(issued.figures().credit()).isEqualTo("0.40");
        assertThat(issued.figures().subtotal()).isEqualTo("0.70");
    }

    @Test
    void aPeriodClosedAfterTheReadingIsPassedOver() {
        Reading reading = read();
        issue(read());

        issue(reading);
    }

    private Reading read() {
        return reader.after(0, run, account, MARCH, LocalDate.of(2025, 4, 1), operator);
    }

    private InvoiceRow issue(Reading reading) {
        chunk.issue(run, account, MARCH, reading, operator);
        List<InvoiceRow> issued = invoices.ofRun(run, 0, 10, operator);
        assertThat(issued).hasSize(1);
        return issued.getFirst();
    }

    private UsageCsv march() {
        return UsageCsv.of(profile.externalId(), "2025-03");
    }

    private UsageCsv used(UsageCsv csv, String day, String cost) {
        return csv.add("s", day, cost, "BillingCurrency", profile.currency().getCurrencyCode());
    }

    private void bring(UsageCsv csv) {
        assertThat(imports.run(csv.stream(), ImportRequest.of("a.csv"), operator)
                        .state())
                .isEqualTo(ImportState.LIVE);
    }
}
