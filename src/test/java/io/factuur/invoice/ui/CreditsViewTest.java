package io.factuur.invoice.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import io.factuur.UiTest;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.invoice.InvoiceRow;
import io.factuur.invoice.TestInvoices;
import io.factuur.scope.Scope;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CreditsViewTest extends UiTest {

    @Autowired
    TestInvoices made;

    @Autowired
    TestScopes scopes;

    Scope enrollment;

    @BeforeEach
    void anEnrollment() {
        enrollment = scopes.account(AgreementType.EA);
    }

    @Test
    void theOperatorGivesAPrepaymentPutsItRightAndTheCustomerSeesWhatBecameOfIt() {
        signIn(people.operator());
        OperatorCreditsView view = open("operator/credits?scope=" + enrollment.id(), OperatorCreditsView.class);
        assertThat(text(view)).contains("No credits");
        _click(view.give);
        GiveCreditDialog dialog = _get(GiveCreditDialog.class);
        _click(dialog.save);
        assertThat(dialog.amount.isInvalid()).isTrue();
        _setValue(dialog.amount, new BigDecimal("250"));
        _setValue(dialog.validFrom, LocalDate.of(2024, 8, 1));
        _setValue(dialog.note, "Order 17");
        _click(dialog.save);
        assertThat(text(view)).contains("250.00\u00a0USD left", "Order 17");

        _click(_get(Button.class, spec -> spec.withText("Adjust")));
        AdjustCreditDialog adjust = _get(AdjustCreditDialog.class);
        _setValue(adjust.amount, new BigDecimal("-50"));
        _setValue(adjust.reason, "Ordered less");
        _click(adjust.save);
        assertThat(text(view)).contains("200.00\u00a0USD left", "Ordered less");

        BillingPeriod august = BillingPeriod.month(YearMonth.of(2024, 8));
        made.used(enrollment, august, "80");
        made.close(enrollment, august);
        InvoiceRow invoice = made.issued(enrollment, BillingPeriod.month(YearMonth.of(2024, 9)), "130");
        Person admin = made.with(Role.ENTERPRISE_ADMINISTRATOR, enrollment);
        signIn(admin);
        assertThat(text(open("billing/" + enrollment.id() + "/credits", CreditsView.class)))
                .contains("Credits + commitments", "Starting credit", "Credit applied toward charges")
                .contains("Used up", invoice.number(), "-120.00\u00a0USD")
                .contains("August 2024, no invoice: all of it was paid beforehand", "-80.00\u00a0USD");
        assertThat(_find(Button.class, spec -> spec.withText("Adjust"))).isEmpty();
    }

    @Test
    void theOperatorsListNamesWhoHasCredits() {
        signIn(people.operator());
        OperatorCreditsView view = open("operator/credits", OperatorCreditsView.class);
        assertThat(view.give.isVisible()).isFalse();
        assertThat(text(view)).contains("Credits");
        signIn(people.operator(), Locale.of("nl"));
        assertThat(text(open("operator/credits?scope=" + enrollment.id(), OperatorCreditsView.class)))
                .contains("Tegoed geven", "Geen tegoeden");
    }

    @Test
    void isThereForWhoeverMayHaveTheBalancesOnly() {
        signIn(made.with(Role.ENTERPRISE_ADMINISTRATOR_READ_ONLY, enrollment));
        assertThat(text(open("billing/" + enrollment.id() + "/credits", CreditsView.class)))
                .contains("No credits");
        signIn(people.somebody());
        open("billing/" + enrollment.id() + "/credits");
        assertThat(_find(CreditsView.class)).isEmpty();
        open("operator/credits");
        assertThat(_find(OperatorCreditsView.class)).isEmpty();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
