package io.factuur.usage.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.factuur.usage.TestUsage.TestRow.of;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.factuur.TestClock;
import io.factuur.TestCustomers;
import io.factuur.UiTest;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.scope.Scope;
import io.factuur.ui.FileButton;
import io.factuur.usage.Dialect;
import io.factuur.usage.TestUsage;
import io.factuur.usage.TestUsage.TestRow;
import io.factuur.usage.UsageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OpenChargesCardTest extends UiTest {

    private static final LocalDate SEPTEMBER = LocalDate.of(2024, 9, 1);
    private static final LocalDate OCTOBER = SEPTEMBER.plusMonths(1);

    @Autowired
    TestCustomers customers;

    @Autowired
    TestUsage usage;

    @Autowired
    TestClock clock;

    private Scope account;
    private Scope profile;
    private Scope subscription;

    @BeforeEach
    void aMonthThatRuns() {
        clock.setTo(Instant.parse("2024-10-10T12:00:00Z"));
        account = customers.account(AgreementType.MCA, "Account");
        profile = customers.child(account, ScopeKind.BILLING_PROFILE, "Profile");
        subscription = customers.child(
                customers.child(profile, ScopeKind.INVOICE_SECTION, "Section"), ScopeKind.SUBSCRIPTION, "Subscription");
        List<TestRow> rows = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            rows.add(of(subscription, OCTOBER.plusDays(i % 9), "0.50", "invoice_id", "THEIRS"));
        }
        usage.deliver(profile, profile, OCTOBER, OCTOBER.plusMonths(1), rows);
        usage.deliver(profile, profile, SEPTEMBER, OCTOBER, List.of(of(subscription, SEPTEMBER, "7")));
        signIn(customers.somebodyWith(Role.BILLING_PROFILE_READER, profile));
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void theMonthThatRunsAndTheOneBeforeUntilItIsInvoiced() {
        open("billing/" + profile.id() + "/overview");
        assertThat(page())
                .contains("Open charges", "October 2024", "12.50\u00a0EUR", "September 2024", "7.00\u00a0EUR")
                .contains("Usage up to 9 Oct 2024, delivered");
        assertThat(downloads()).hasSize(2);

        usage.close(profile, SEPTEMBER, OCTOBER);
        open("billing/" + profile.id() + "/overview");
        assertThat(downloads()).hasSize(1);
    }

    @Test
    void theFirstTwentyRowsAreShownAsTheFileWillHaveThem() {
        open("billing/" + profile.id() + "/overview");
        _click(_find(Button.class, spec -> spec.withText("Preview and other formats"))
                .getFirst());
        DownloadDialog dialog = _get(DownloadDialog.class);
        assertThat(dialog.preview.getElement().getTextRecursively()).contains("20 of 25 rows, 65 columns");
        String shown = _get(Html.class, spec -> spec.withClasses("preview-scroll"))
                .getElement()
                .getOuterHTML();
        assertThat(shown).contains("costInBillingCurrency", "0.50").doesNotContain("THEIRS");
        assertThat(shown.split("<tr", -1)).hasSize(22);
        assertThat(dialog.manifest.getHref())
                .startsWith("api/v1/usage/manifest?")
                .contains("charges=open");

        dialog.dialect.setValue(Dialect.of("excel-nl"));
        assertThat(_get(Html.class, spec -> spec.withClasses("preview-scroll"))
                        .getElement()
                        .getOuterHTML())
                .contains("0,50");
        dialog.format.setValue(UsageFormat.FOCUS_1_2);
        assertThat(_get(Html.class, spec -> spec.withClasses("preview-scroll"))
                        .getElement()
                        .getOuterHTML())
                .contains("BilledCost")
                .doesNotContain("THEIRS");
        assertThat(dialog.manifest.getHref()).contains("dialect=excel-nl", "format=focus-1.2");
    }

    @Test
    void otherScopesHaveNone() {
        signIn(customers.somebodyWith(Role.BILLING_ACCOUNT_OWNER, account));
        open("billing/" + account.id() + "/overview");
        assertThat(page()).doesNotContain("Open charges");
    }

    private static List<FileButton> downloads() {
        return _find(FileButton.class, spec -> spec.withText("Download Azure usage and charges"));
    }

    private static String page() {
        return _find(Div.class, spec -> spec.withClasses("card")).stream()
                .map(card -> card.getElement().getTextRecursively())
                .collect(Collectors.joining("\n"));
    }
}
