package io.factuur.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Offer;
import io.factuur.invoice.Candidate.Closing;
import io.factuur.invoice.CreditGrants.Grant;
import io.factuur.scope.BillingDetails;
import io.factuur.scope.Sold;
import io.factuur.scope.Terms;
import io.factuur.shared.BillingPeriod;
import io.factuur.usage.Charge;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DraftingTest {

    private static final BillingPeriod SEPTEMBER = BillingPeriod.month(YearMonth.of(2024, 9));
    private static final LocalDate TODAY = LocalDate.of(2024, 10, 5);

    /** The arithmetic of the specification's example: 33.99 − 15.46 − 2.00 = 16.53. */
    @Test
    void prepaymentAndCreditsComeOffTheCharges() {
        Figures figures = only(
                        AgreementType.EA,
                        account(
                                Offer.PAY_AS_YOU_GO,
                                null,
                                grant(CreditKind.PREPAYMENT, "15.46"),
                                grant(CreditKind.CREDIT, "2")),
                        used("33.99"))
                .draft()
                .figures();
        assertThat(figures.prepayment()).isEqualTo("15.46");
        assertThat(figures.credit()).isEqualTo("2.00");
        assertThat(figures.subtotal()).isEqualTo("16.53");
        assertThat(figures.total()).isEqualTo("16.53");
    }

    @Test
    void whatIsFreeIsUsedFirstAndNeverMoreThanIsOpen() {
        NewInvoice draft = only(
                AgreementType.MCA,
                account(Offer.PAY_AS_YOU_GO, null, grant(CreditKind.CREDIT, "50"), grant(CreditKind.FREE, "30")),
                used("40.005"));
        assertThat(draft.draft().figures().freeCredit()).isEqualTo("30.00");
        assertThat(draft.draft().figures().credit()).isEqualTo("10.01");
        assertThat(draft.draft().figures().total()).isEqualTo("0.00");
        assertThat(draft.taken())
                .extracting(CreditGrants.Taken::amount)
                .containsExactly(money("30.00"), money("10.01"));
    }

    @Test
    void aFreeTrialGetsNoInvoiceExceptUnderACustomerAgreement() {
        assertThat(drafts(AgreementType.MOSP, account(Offer.FREE_TRIAL, null), used("40")))
                .isEmpty();
        NewInvoice zero = only(AgreementType.MCA, account(Offer.FREE_TRIAL, null), used("40"));
        assertThat(zero.draft().figures().freeCredit()).isEqualTo("40.00");
        assertThat(zero.draft().figures().total()).isEqualTo("0.00");
    }

    @Test
    void aMonthlyCreditMakesAnInvoiceOnlyOnceItIsExceeded() {
        Drafting.Account account = account(Offer.MONTHLY_CREDIT, "150");
        assertThat(drafts(AgreementType.MOSP, account, used("150.004"))).isEmpty();
        Figures over = only(AgreementType.MOSP, account, used("150.01")).draft().figures();
        assertThat(over.freeCredit()).isEqualTo("150.00");
        assertThat(over.total()).isEqualTo("0.01");
    }

    @Test
    void anEnrollmentThatHasPaidBeforehandWantsNoInvoice() {
        Drafting.Account prepaid = account(Offer.PAY_AS_YOU_GO, null, grant(CreditKind.PREPAYMENT, "100"));
        NewInvoice covered = only(AgreementType.EA, prepaid, used("40"));
        assertThat(covered.isWanted()).isFalse();
        assertThat(covered.taken()).extracting(CreditGrants.Taken::amount).containsExactly(money("40.00"));

        prepaid = account(Offer.PAY_AS_YOU_GO, null, grant(CreditKind.PREPAYMENT, "100"));
        assertThat(only(AgreementType.MCA, prepaid, used("40")).isWanted()).isTrue();
        prepaid = account(Offer.PAY_AS_YOU_GO, null, grant(CreditKind.PREPAYMENT, "100"));
        assertThat(only(AgreementType.EA, prepaid, used("40"), sold("4"), sold("-4"))
                        .isWanted())
                .isTrue();
        assertThat(only(AgreementType.EA, account(Offer.PAY_AS_YOU_GO, null), used("40"))
                        .isWanted())
                .isTrue();
    }

    @Test
    void anEnrollmentsNumberStandsForItsPurchaseOrder() {
        Drafting.Account account = account(Offer.PAY_AS_YOU_GO, null);
        assertThat(only(AgreementType.EA, account, used("1")).customer().purchaseOrder())
                .isEqualTo("E-100");
        assertThat(only(AgreementType.MCA, account, used("1")).customer().purchaseOrder())
                .isNull();
    }

    @Test
    void marketplaceAndSupportStandOnInvoicesOfTheirOwn() {
        List<NewInvoice> drafts =
                drafts(AgreementType.MOSP, account(Offer.MONTHLY_CREDIT, "10"), used("30"), sold("4"));
        assertThat(drafts).extracting(NewInvoice::type).containsExactly(InvoiceType.SERVICES, InvoiceType.MARKETPLACE);
        assertThat(drafts.getFirst().draft().figures().total()).isEqualTo("20.00");
        assertThat(drafts.getLast().draft().figures().total()).isEqualTo("4.00");
        assertThat(only(AgreementType.MOSP, account(Offer.SUPPORT_PLAN, null), used("29"))
                        .type())
                .isEqualTo(InvoiceType.SUPPORT);
    }

    @Test
    void aCreditCountsInItsTimeAndCurrencyOnly() {
        Grant over = new Grant(
                1, 1, CreditKind.CREDIT, "EUR", money("5"), LocalDate.of(2024, 1, 1), LocalDate.of(2024, 8, 31));
        Grant early = new Grant(2, 1, CreditKind.CREDIT, "EUR", money("5"), LocalDate.of(2024, 10, 1), null);
        Grant other = new Grant(3, 1, CreditKind.CREDIT, "USD", money("5"), LocalDate.of(2024, 1, 1), null);
        NewInvoice draft = only(AgreementType.MCA, account(Offer.PAY_AS_YOU_GO, null, over, early, other), used("10"));
        assertThat(draft.draft().figures().total()).isEqualTo("10.00");
        assertThat(draft.taken()).isEmpty();
    }

    @Test
    void aRefundLargerThanTheUsageIsInTheCustomersFavour() {
        Figures figures = only(
                        AgreementType.MOSP,
                        account(Offer.MONTHLY_CREDIT, "10", grant(CreditKind.CREDIT, "5")),
                        used("12"),
                        used("-30"))
                .draft()
                .figures();
        assertThat(figures.total()).isEqualTo("-18.00");
        assertThat(figures.credits()).isEqualByComparingTo("0");
    }

    @Test
    void refundsAloneAreInTheCustomersFavourUnderEachAgreement() {
        for (AgreementType agreement : AgreementType.values()) {
            NewInvoice refund = only(agreement, account(Offer.PAY_AS_YOU_GO, null), used("-10"));
            assertThat(refund.draft().figures().total()).as("%s", agreement).isEqualTo("-10.00");
            assertThat(refund.isWanted()).as("%s", agreement).isTrue();
        }
    }

    @Test
    void aMonthlyCreditIsGivenInTheScopesOwnCurrencyOnly() {
        Charge dollars = new Charge(1, "USD", null, "S", "Machines", "Compute", "Usage", "Microsoft", 1, money("30"));
        Figures figures = only(AgreementType.MOSP, account(Offer.MONTHLY_CREDIT, "10"), dollars)
                .draft()
                .figures();
        assertThat(figures.freeCredit()).isEqualTo("0.00");
        assertThat(figures.total()).isEqualTo("30.00");
    }

    @Test
    void whatTheOfferGivesIsNotPaidForAgain() {
        NewInvoice draft = only(
                AgreementType.MOSP, account(Offer.MONTHLY_CREDIT, "10", grant(CreditKind.CREDIT, "50")), used("30"));
        assertThat(draft.draft().figures().freeCredit()).isEqualTo("10.00");
        assertThat(draft.draft().figures().credit()).isEqualTo("20.00");
        assertThat(draft.draft().figures().total()).isEqualTo("0.00");
    }

    @Test
    void aCreditCountsOnItsLastDayAndTheSoonestToEndIsUsedFirst() {
        Grant endless = grant(CreditKind.CREDIT, "50");
        Grant ending =
                new Grant(99, 1, CreditKind.CREDIT, "EUR", money("6"), LocalDate.of(2024, 1, 1), SEPTEMBER.start());
        NewInvoice draft = only(AgreementType.MCA, account(Offer.PAY_AS_YOU_GO, null, endless, ending), used("10"));
        assertThat(draft.taken())
                .extracting(taken -> taken.grantId() + " " + taken.amount())
                .containsExactly("99 6.00", CreditKind.CREDIT.ordinal() + " 4.00");
    }

    @Test
    void oneCreditPaysTwoInvoicesOfAPeriodNoMoreThanOnce() {
        List<NewInvoice> drafts = drafts(
                AgreementType.MOSP,
                account(Offer.PAY_AS_YOU_GO, null, grant(CreditKind.CREDIT, "35")),
                used("30"),
                sold("10"));
        assertThat(drafts)
                .extracting(draft -> draft.draft().figures().credit())
                .containsExactly(money("30.00"), money("5.00"));
    }

    private static NewInvoice only(AgreementType agreement, Drafting.Account account, Charge... used) {
        List<NewInvoice> drafts = drafts(agreement, account, used);
        assertThat(drafts).hasSize(1);
        return drafts.getFirst();
    }

    private static List<NewInvoice> drafts(AgreementType agreement, Drafting.Account account, Charge... used) {
        Candidate scope =
                new Candidate(1, 1, agreement, "E-100", "S", "EUR", "A", Instant.parse("2020-01-01T00:00:00Z"));
        return new Drafting(DraftingTest::issuer).of(null, new Closing(scope, SEPTEMBER), List.of(used), account);
    }

    private static Drafting.Account account(Offer offer, @Nullable String monthlyCredit, Grant... grants) {
        Sold sold = new Sold(offer, monthlyCredit == null ? null : money(monthlyCredit), false);
        Terms terms = new Terms(BigDecimal.ZERO, null, null);
        return new Drafting.Account(
                new BillingDetails(null, null, null, null, null, sold, terms), List.of(grants), null, TODAY);
    }

    private static Grant grant(CreditKind kind, String amount) {
        return new Grant(kind.ordinal(), 1, kind, "EUR", money(amount), LocalDate.of(2024, 1, 1), null);
    }

    private static Charge used(String cost) {
        return new Charge(1, "EUR", null, "S", "Machines", "Compute", "Usage", "Microsoft", 1, money(cost));
    }

    private static Charge sold(String cost) {
        return new Charge(1, "EUR", null, "S", "Backup", "Storage", "Usage", "Meerkat", 1, money(cost));
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }

    private static IssuerSettings issuer() {
        return new IssuerSettings(
                "Issuer",
                List.of(),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                BigDecimal.ZERO,
                30,
                "F",
                "en",
                List.of("Microsoft"));
    }
}
