package io.factuur.invoice.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.button.Button;
import io.factuur.UiTest;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.ScopeKind;
import io.factuur.invoice.InvoiceLife;
import io.factuur.invoice.InvoiceRow;
import io.factuur.invoice.InvoiceStatus;
import io.factuur.invoice.NewPayment;
import io.factuur.invoice.OpenInvoices;
import io.factuur.invoice.TestInvoices;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Problem;
import java.math.BigDecimal;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OperatorInvoiceViewTest extends UiTest {

    @Autowired
    TestInvoices made;

    @Autowired
    TestScopes scopes;

    @Autowired
    InvoiceLife life;

    @Autowired
    OpenInvoices open;

    @Test
    void recordsAPaymentAndGivesTheRestBack() {
        Person operator = people.operator();
        InvoiceRow invoice = made.issued(
                scopes.child(scopes.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE),
                BillingPeriod.month(YearMonth.of(2024, 9)),
                "100");
        signIn(operator);
        OperatorInvoiceView view = open("operator/invoices?number=" + invoice.number(), OperatorInvoiceView.class);
        _setValue(view.payment.amount, new BigDecimal("40"));
        click("Record the payment");
        assertThat(life.look(invoice.number(), operator).amountDue()).isEqualTo("60.00");

        click("Void");
        assertThat(life.look(invoice.number(), operator).status())
                .as("without a reason")
                .isEqualTo(InvoiceStatus.DUE);
        assertThat(view.reason.isInvalid()).isTrue();

        _setValue(view.payment.amount, new BigDecimal("61"));
        click("Record the payment");
        assertThat(view.payment.amount.isInvalid()).isTrue();
        assertThat(view.payment.amount.getErrorMessage()).contains("61");
        assertThat(view.reason.isInvalid()).isFalse();

        _setValue(view.credited, new BigDecimal("101"));
        _setValue(view.reason, "Outage");
        click("Issue a credit note");
        assertThat(view.credited.isInvalid()).isTrue();
        assertThat(view.payment.amount.isInvalid()).isFalse();
        view.credited.clear();

        _setValue(view.reason, "Outage");
        click("Issue a credit note");
        assertThat(life.look(invoice.number(), operator).status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(life.story(invoice.number(), operator).creditNotes()).hasSize(1);
    }

    @Test
    void listsWhatWaitsForAPayment() {
        InvoiceRow invoice = made.issued(
                scopes.child(scopes.account(AgreementType.MCA), ScopeKind.BILLING_PROFILE),
                BillingPeriod.month(YearMonth.of(2024, 9)),
                "100");
        Person operator = people.operator();
        signIn(operator);
        open("operator/invoices", OperatorInvoiceView.class);
        OpenInvoiceGrid grid = _get(OpenInvoiceGrid.class);
        int before = GridKt._size(grid);
        assertThat(open.page(0, before, operator))
                .extracting(InvoiceRow::number)
                .contains(invoice.number());

        life.pay(invoice.number(), new NewPayment(null, null, null, null), operator);

        assertThat(open.count(operator)).isEqualTo(before - 1);
        assertThatThrownBy(() -> open.page(0, 1, people.somebody())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> open.count(people.somebody())).isInstanceOf(Problem.class);
    }

    @Test
    void isForTheOperatorOnly() {
        signIn(people.somebody());
        open("operator/invoices");
        assertThat(_find(OperatorInvoiceView.class)).isEmpty();
    }

    private static void click(String label) {
        _click(_get(Button.class, spec -> spec.withText(label)));
    }
}
