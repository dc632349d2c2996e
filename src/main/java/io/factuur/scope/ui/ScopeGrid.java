package io.factuur.scope.ui;

import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import io.factuur.agreement.Role;
import io.factuur.scope.ListedScope;
import io.factuur.scope.ScopeLists;
import io.factuur.scope.ScopeQuery;
import io.factuur.scope.ScopeQuery.Sort;
import io.factuur.scope.ScopeStatus;
import io.factuur.security.Person;
import io.factuur.ui.NarrowGrid;
import io.factuur.ui.StillGrid;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Scopes in rows, read page by page; the page that shows it chooses the columns. */
class ScopeGrid extends StillGrid<ListedScope> {

    /** Where there is no room for their columns, the name says of which type and in which account it is, too. */
    private static final String NAME = """
            <div class="cell-stack">
              <a class="cell-link cell-wrap" href="${item.path}" router-link>${item.name}</a>
              <span class="quiet cell-under">${item.kind}</span>
              <span class="quiet cell-under cell-wrap only-narrow for-agreement">${item.agreement}</span>
              <span class="quiet cell-under cell-wrap only-narrow for-account">${item.account}</span>
            </div>""";

    private final ScopeLists lists;
    private final Person person;
    private ScopeQuery query;

    /** @param path where a row leads, without a leading slash */
    ScopeGrid(ScopeLists lists, Person person, ScopeQuery query, Function<ListedScope, String> path) {
        this.lists = lists;
        this.person = person;
        this.query = query;
        setSelectionMode(SelectionMode.NONE);
        setPageSize(50);
        addColumn(LitRenderer.<ListedScope>of(NAME)
                        .withProperty("path", path::apply)
                        .withProperty("name", row -> row.scope().name())
                        .withProperty(
                                "kind", row -> getTranslation(row.scope().kind().labelKey()))
                        .withProperty("agreement", this::agreementUnderTheName)
                        .withProperty("account", this::accountUnderTheName))
                .setHeader(getTranslation("scope.name"))
                .setKey(Sort.NAME.name())
                .setSortProperty(Sort.NAME.name())
                .setWidth("11rem")
                .setFlexGrow(3);
        NarrowGrid.fit(this);
        addItemClickListener(click -> getUI().ifPresent(ui -> ui.navigate(path.apply(click.getItem()))));
    }

    ScopeGrid withId() {
        column(Sort.ID, "scope.id", "10rem", row -> row.scope().externalId())
                .setTooltipGenerator(row -> row.scope().externalId())
                .setPartNameGenerator(row -> "id");
        return this;
    }

    ScopeGrid withAccount() {
        NarrowGrid.giveWay(column(Sort.ACCOUNT, "scope.account", "10rem", ListedScope::accountName), 1, "account");
        return this;
    }

    /** The agreement, under the header that people know from other portals. */
    ScopeGrid withAgreement(String headerKey) {
        Column<ListedScope> agreement = column(
                Sort.AGREEMENT,
                headerKey,
                "13rem",
                row -> getTranslation(row.scope().agreement().labelKey()));
        NarrowGrid.giveWay(agreement, 0, "agreement");
        return this;
    }

    ScopeGrid withCurrency() {
        column(Sort.CURRENCY, "scope.currency", "7rem", row -> row.scope()
                        .currency()
                        .getCurrencyCode())
                .setFlexGrow(0);
        return this;
    }

    ScopeGrid withOffer() {
        column(
                Sort.OFFER,
                "scope.offer",
                "8.5rem",
                row -> getTranslation(row.offer().labelKey()));
        return this;
    }

    ScopeGrid withStatus() {
        addColumn(LitRenderer.<ListedScope>of("<span class=\"badge badge-${item.tone}\">${item.status}</span>")
                        .withProperty("tone", row -> tone(row.status()))
                        .withProperty(
                                "status", row -> getTranslation(row.status().labelKey())))
                .setHeader(getTranslation("scope.status"))
                .setKey(Sort.STATUS.name())
                .setSortProperty(Sort.STATUS.name())
                .setWidth("8rem")
                .setFlexGrow(0);
        return this;
    }

    ScopeGrid withMyRole() {
        addColumn(row -> words(row.myRoles()))
                .setHeader(getTranslation("scope.my-role"))
                .setKey("role")
                .setWidth("13rem");
        return this;
    }

    /** Shows what the address asks for. */
    void show(ListState wanted) {
        boolean filtered = !wanted.text().isEmpty() || wanted.agreement() != null;
        setEmptyStateText(getTranslation(filtered ? "scope.list.empty" : "scope.list.none"));
        query = query.matching(wanted.text()).under(wanted.agreement());
        Column<ListedScope> by = getColumnByKey(wanted.sort().name());
        if (by != null) {
            sort(List.of(
                    new GridSortOrder<>(by, wanted.descending() ? SortDirection.DESCENDING : SortDirection.ASCENDING)));
        }
        setItems(this::fetch, all -> lists.count(query, person));
    }

    private String agreementUnderTheName(ListedScope row) {
        return getColumnByKey(Sort.AGREEMENT.name()) == null
                ? ""
                : getTranslation(row.scope().agreement().labelKey());
    }

    private String accountUnderTheName(ListedScope row) {
        return getColumnByKey(Sort.ACCOUNT.name()) == null ? "" : row.accountName();
    }

    private Stream<ListedScope> fetch(Query<ListedScope, Void> page) {
        ScopeQuery sorted = page.getSortOrders().stream()
                .findFirst()
                .map(order -> query.sortedBy(
                        Sort.valueOf(order.getSorted()), order.getDirection() == SortDirection.DESCENDING))
                .orElse(query);
        return lists.page(sorted, page.getOffset(), page.getLimit(), person).stream();
    }

    private Column<ListedScope> column(
            Sort sort, String headerKey, String width, ValueProvider<ListedScope, String> value) {
        return addColumn(value)
                .setHeader(getTranslation(headerKey))
                .setKey(sort.name())
                .setSortProperty(sort.name())
                .setWidth(width)
                .setFlexGrow(1);
    }

    private static String tone(ScopeStatus status) {
        return switch (status) {
            case ACTIVE -> "good";
            case PENDING, UNDER_REVIEW -> "info";
            case WARNED -> "warn";
            case DISABLED, EXPIRED -> "bad";
            case TRANSFERRED, DELETED -> "neutral";
        };
    }

    private String words(List<Role> roles) {
        return roles.stream().map(role -> getTranslation(role.labelKey())).collect(Collectors.joining(", "));
    }
}
