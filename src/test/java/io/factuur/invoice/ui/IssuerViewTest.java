package io.factuur.invoice.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.notification.Notification;
import io.factuur.UiTest;
import io.factuur.invoice.Issuer;
import io.factuur.invoice.IssuerDetails;
import io.factuur.invoice.TestInvoices;
import io.factuur.security.Person;
import io.factuur.shared.Texts;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class IssuerViewTest extends UiTest {

    private static final String LONG = "x".repeat(201);

    @Autowired
    Issuer issuer;

    @Autowired
    TestInvoices invoices;

    private Person operator;
    private IssuerDetails before;

    @BeforeEach
    void asItIs() {
        operator = people.operator();
        before = issuer.details(operator);
    }

    @AfterEach
    void asItWas() {
        invoices.issuerAsInTheSettings();
    }

    @Test
    void theOperatorChangesTheCompanysDetails() {
        signIn(operator);
        IssuerView view = open("operator/issuer", IssuerView.class);
        assertThat(view.name.getValue()).isEqualTo(before.name());
        _setValue(view.name, " Harbour billing ");
        _setValue(view.address, "Quay 1\n3011 AA Rotterdam");
        _setValue(view.iban, "NL91 ABNA 0417 1643 00");
        _setValue(view.bic, "ABNANL2A");
        _setValue(view.tax, new BigDecimal("8.875"));
        _click(view.save);
        assertThat(issuer.details(operator))
                .extracting(IssuerDetails::name, IssuerDetails::iban)
                .containsExactly("Harbour billing", "NL91ABNA0417164300");
        assertThat(issuer.details(operator).taxRate()).isEqualByComparingTo("0.08875");
        assertThat(view.name.getValue()).isEqualTo("Harbour billing");
        assertThat(view.tax.getValue()).isEqualByComparingTo("8.875");
    }

    @Test
    void whatNoInvoiceCouldCarryIsSaidBesideItsFieldAndTheFormStays() {
        signIn(operator);
        IssuerView view = open("operator/issuer", IssuerView.class);
        _setValue(view.address, "Quay 1");
        _setValue(view.iban, "NL92ABNA0417164300");
        _click(view.save);
        assertThat(_find(Notification.class)).isNotEmpty();
        assertThat(view.iban.isInvalid()).isTrue();
        assertThat(view.iban.getErrorMessage())
                .isEqualTo(Texts.get(Locale.ENGLISH, "problem.issuer.iban", "NL92ABNA0417164300"));
        assertThat(view.iban.getValue()).isEqualTo("NL92ABNA0417164300");
        assertThat(issuer.details(operator)).isEqualTo(before);

        _setValue(view.iban, "NL91ABNA0417164300");
        _click(view.save);
        assertThat(view.iban.isInvalid()).isFalse();
    }

    @Test
    void everyFieldThatCanBeRefusedSaysSoItself() {
        signIn(operator);
        IssuerView view = open("operator/issuer", IssuerView.class);
        _setValue(view.address, "Quay 1");
        refused(view, view.name, " ");
        refused(view, view.address, "\n");
        refused(view, view.address, "a\nb\nc\nd\ne\nf\ng");
        refused(view, view.vatId, LONG);
        refused(view, view.registration, LONG);
        refused(view, view.email, "nobody");
        refused(view, view.phone, LONG);
        refused(view, view.website, LONG);
        refused(view, view.bank, LONG);
        refused(view, view.bic, "ABNA");
        refused(view, view.tax, new BigDecimal("101"));
        refused(view, view.days, 400);
        assertThat(issuer.details(operator)).isEqualTo(before);
    }

    /** Tries a value, sees it refused where it stands, and puts the old one back. */
    private static <C extends Component & HasValue<?, V> & HasValidation, V> void refused(
            IssuerView view, C field, V wrong) {
        V right = field.getValue();
        _setValue(field, wrong);
        _click(view.save);
        assertThat(field.isInvalid()).as("%s in %s", wrong, field).isTrue();
        assertThat(field.getErrorMessage()).isNotEmpty();
        _setValue(field, right);
    }

    @Test
    void nobodyElseGetsThere() {
        signIn(people.somebody());
        open("operator/issuer");
        _assertNone(IssuerView.class);
    }
}
