package io.factuur.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.IntegrationTest;
import io.factuur.TestPeople;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.invoice.InvoiceQuery.Filter;
import io.factuur.invoice.InvoiceQuery.Sort;
import io.factuur.scope.Scope;
import io.factuur.scope.TestScopes;
import io.factuur.security.Person;
import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Problem;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class InvoiceListsTest {

    @Autowired
    InvoiceLists lists;

    @Autowired
    InvoiceLife life;

    @Autowired
    InvoiceNumbers numbers;

    @Autowired
    TestInvoices made;

    @Autowired
    TestScopes scopes;

    @Autowired
    TestPeople people;

    Scope account;
    Scope first;
    Scope second;
    Person owner;
    InvoiceRow july;
    InvoiceRow august;
    InvoiceRow september;

    @BeforeEach
    void threeInvoicesOfTwoProfiles() {
        account = scopes.account(AgreementType.MCA);
        first = scopes.child(account, ScopeKind.BILLING_PROFILE);
        second = scopes.child(account, ScopeKind.BILLING_PROFILE);
        owner = made.with(Role.BILLING_ACCOUNT_OWNER, account);
        july = made.issued(first, month(7), "30");
        august = made.issued(first, month(8), "20");
        september = made.issued(second, month(9), "10");
        life.pay(august.number(), new NewPayment(null, null, null, null), people.operator());
    }

    @Test
    void anAccountShowsWhatIsBelowItAProfileItsOwn() {
        assertThat(numbers(InvoiceQuery.at(account.id())))
                .containsExactly(september.number(), august.number(), july.number());
        assertThat(numbers(InvoiceQuery.at(first.id()))).containsExactly(august.number(), july.number());
        assertThat(lists.count(InvoiceQuery.at(account.id()), owner)).isEqualTo(3);
    }

    @Test
    void everySortGoesBothWays() {
        for (Sort sort : Sort.values()) {
            List<String> up = numbers(InvoiceQuery.at(account.id()).sortedBy(sort, false));
            List<String> down = numbers(InvoiceQuery.at(account.id()).sortedBy(sort, true));
            assertThat(up).as(sort.name()).isEqualTo(down.reversed()).hasSize(3);
        }
        assertThat(numbers(InvoiceQuery.at(account.id()).sortedBy(Sort.STATUS, true))
                        .getFirst())
                .as("what is paid comes after what is due")
                .isEqualTo(august.number());
        assertThat(numbers(InvoiceQuery.at(account.id()).sortedBy(Sort.TOTAL, true)))
                .containsExactly(july.number(), august.number(), september.number());
    }

    @Test
    void filtersAreReadFromWordsAndWrittenBackAsThem() {
        assertThat(filtered(Map.of("status", "PAID"))).containsExactly(august.number());
        assertThat(filtered(Map.of("from", "2024-08", "to", "2024-08"))).containsExactly(august.number());
        assertThat(filtered(Map.of("least", "15", "most", "25.5"))).containsExactly(august.number());
        assertThat(filtered(Map.of("q", july.number().toLowerCase()))).containsExactly(july.number());
        assertThat(filtered(Map.of("q", "%"))).isEmpty();
        assertThat(filtered(Map.of("status", "NONSENSE", "least", "x", "from", "2024-13")))
                .hasSize(3);
        Filter all = FilterWords.read(Map.of(
                "q", "a b", "status", "DUE", "from", "2024-01", "to", "2024-12", "least", "-1", "most", "2.50")::get);
        assertThat(FilterWords.read(FilterWords.write(all)::get)).isEqualTo(all);
    }

    @Test
    void theOrderIsReadFromWordsAndWrittenBackAsThem() {
        InvoiceQuery usual = InvoiceQuery.at(account.id());
        assertThat(FilterWords.write(usual)).isEmpty();
        for (Sort sort : Sort.values()) {
            for (boolean down : new boolean[] {true, false}) {
                InvoiceQuery query =
                        usual.matching(FilterWords.read(Map.of("q", "a")::get)).sortedBy(sort, down);
                assertThat(FilterWords.query(account.id(), FilterWords.write(query)::get))
                        .isEqualTo(query);
            }
        }
        assertThat(FilterWords.query(account.id(), Map.of("sort", "-nonsense")::get))
                .isEqualTo(usual);
    }

    @Test
    void theLastInvoiceIsThatOfTheLatestPeriodThatStands() {
        Person operator = people.operator();
        life.credit(july.number(), null, "Outage", operator);
        assertThat(lists.last(first.id(), owner)).map(InvoiceRow::number).contains(august.number());
        InvoiceRow october = made.issued(second, month(10), "5");
        life.voided(october.number(), "Wrong", operator);
        assertThat(lists.last(second.id(), owner)).map(InvoiceRow::number).contains(september.number());
        assertThatThrownBy(() -> lists.last(second.id(), people.somebody())).isInstanceOf(Problem.class);
    }

    @Test
    void whatIsInTheCustomersFavourIsACredit() {
        InvoiceRow negative = made.issued(first, month(10), "-12.50");
        assertThat(negative.status()).isEqualTo(InvoiceStatus.CREDIT);
        assertThat(negative.amountDue()).isEqualTo("-12.50");
        assertThat(filtered(Map.of("status", "CREDIT"))).containsExactly(negative.number());
        InvoiceRow paidOut = life.pay(negative.number(), new NewPayment(null, null, null, null), people.operator());
        assertThat(paidOut.status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(paidOut.statusKey()).isEqualTo("invoice.status.SETTLED");
    }

    @Test
    void aStrangerGetsNothing() {
        Person stranger = people.somebody();
        assertThatThrownBy(() -> lists.page(InvoiceQuery.at(first.id()), 0, 10, stranger))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> lists.count(InvoiceQuery.at(first.id()), stranger))
                .isInstanceOf(Problem.class);
        assertThat(numbers.visible(july.number(), 5, stranger)).isEmpty();
        Person other = made.with(Role.BILLING_PROFILE_READER, second);
        assertThatThrownBy(() -> lists.page(InvoiceQuery.at(account.id()), 0, 10, other))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aNumberIsFound() {
        assertThat(numbers.visible(july.number(), 5, owner))
                .extracting(InvoiceRow::number)
                .containsExactly(july.number());
    }

    @Test
    void aNumberIsFoundByItsParts() {
        String[] parts = july.number().split("-");
        String year = parts[0].substring(parts[0].length() - 4);
        long place = Long.parseLong(parts[1]);
        for (String typed : List.of(
                july.number().toLowerCase(Locale.ROOT),
                parts[0] + parts[1],
                parts[0] + " " + parts[1].substring(0, parts[1].length() - 1),
                year + "-" + parts[1],
                parts[1],
                parts[0].toLowerCase(Locale.ROOT))) {
            assertThat(numbers.visible(typed, 9, owner))
                    .as(typed)
                    .extracting(InvoiceRow::number)
                    .contains(july.number());
            assertThat(numbers.visible(typed, 9, people.somebody())).as(typed).isEmpty();
        }
        assertThat(numbers.visible(parts[0] + "-" + (place + 1_000_000), 9, owner))
                .isEmpty();
        assertThat(numbers.visible("x", 9, owner)).isEmpty();
        assertThat(numbers.visible("F2026-abc", 9, owner)).isEmpty();
    }

    private List<String> filtered(Map<String, String> words) {
        return numbers(InvoiceQuery.at(account.id()).matching(FilterWords.read(words::get)));
    }

    private List<String> numbers(InvoiceQuery query) {
        return Stream.of(lists.page(query, 0, 2, owner), lists.page(query, 2, 2, owner))
                .flatMap(List::stream)
                .map(InvoiceRow::number)
                .toList();
    }

    private static BillingPeriod month(int month) {
        return BillingPeriod.month(YearMonth.of(2024, month));
    }
}
