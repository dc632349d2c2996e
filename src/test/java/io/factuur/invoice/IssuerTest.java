package io.factuur.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.TestPeople;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Scope;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Problem;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class IssuerTest {

    @Autowired
    Issuer issuer;

    @Autowired
    IssuerSettings settings;

    @Autowired
    Invoices invoices;

    @Autowired
    TestInvoices made;

    @Autowired
    TestScopes scopes;

    @Autowired
    TestPeople people;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void asTheSettingsSay() {
        made.issuerAsInTheSettings();
    }

    @Test
    void aChangeCountsForWhatIsIssuedFromThenOn() {
        Person operator = people.operator();
        Scope profile = scopes.child(scopes.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE);
        Person reader = made.with(Role.BILLING_PROFILE_READER, profile);
        InvoiceRow before = made.issued(profile, BillingPeriod.month(YearMonth.of(2024, 7)), "10");
        issuer.change(details("NL91 ABNA 0417 1643 00", "ABNANL2A", "0.1", 7), operator);
        InvoiceRow after = made.issued(profile, BillingPeriod.month(YearMonth.of(2024, 8)), "10");

        assertThat(invoices.get(before.number(), reader).issuer().name()).isEqualTo(settings.name());
        assertThat(invoices.get(after.number(), reader).issuer().name()).isEqualTo("New company");
        assertThat(invoices.get(after.number(), reader).issuer().iban()).isEqualTo("NL91ABNA0417164300");
        assertThat(after.figures().tax()).isEqualByComparingTo("1.00");
        assertThat(after.dueDate()).isEqualTo(after.invoiceDate().plusDays(7));
        assertThat(issuer.now().numberPrefix()).isEqualTo(settings.numberPrefix());
        assertThat(issuer.isFilledIn(operator)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "NL92ABNA0417164300, ABNANL2A, 0.1, 7",
        "NL91ABNA0417164300, ABNA,     0.1, 7",
        "'',                 '',       1.1, 7",
        "'',                 '',       0.0910625, 7",
        "'',                 '',       0.1, 366"
    })
    void refusesWhatCannotStandOnAnInvoice(String iban, String bic, String rate, int days) {
        assertThatThrownBy(() -> issuer.change(details(iban, bic, rate, days), people.operator()))
                .isInstanceOf(Problem.class);
        assertThat(issuer.now()).isEqualTo(settings);
    }

    @Test
    void onlyTheOperatorChangesIt() {
        assertThatThrownBy(() -> issuer.details(people.somebody())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> issuer.change(details("", "", "0.1", 7), people.somebody()))
                .isInstanceOf(Problem.class);
    }

    private static IssuerDetails details(String iban, String bic, String rate, int days) {
        return new IssuerDetails(
                " New company ",
                List.of("Street 1", "", "City"),
                "",
                "",
                "billing@example.com",
                "",
                "",
                "Bank",
                iban,
                bic,
                new BigDecimal(rate),
                days);
    }
}
