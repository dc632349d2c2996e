package io.factuur.scope.ui;

import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.provider.hierarchy.AbstractBackEndHierarchicalDataProvider;
import com.vaadin.flow.data.provider.hierarchy.HierarchicalQuery;
import io.factuur.scope.ListedScope;
import io.factuur.scope.Scope;
import io.factuur.scope.ScopeLists;
import io.factuur.scope.ScopeQuery;
import io.factuur.security.Person;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All scopes as they stand in each other; a branch is read when it is opened, and page by page. */
class ScopeTreeGrid extends TreeGrid<ListedScope> {

    private final ScopeLists lists;
    private final Person person;
    private String text = "";

    ScopeTreeGrid(ScopeLists lists, Person person) {
        this.lists = lists;
        this.person = person;
        addHierarchyColumn(row -> row.scope().name())
                .setHeader(getTranslation("scope.name"))
                .setSortable(false)
                .setWidth("18rem")
                .setFlexGrow(2);
        addColumn(row -> getTranslation(row.scope().kind().labelKey()))
                .setHeader(getTranslation("properties.kind"))
                .setWidth("11rem")
                .setFlexGrow(0);
        addColumn(row -> row.scope().externalId())
                .setHeader(getTranslation("scope.id"))
                .setWidth("14rem")
                .setPartNameGenerator(row -> "id");
        addColumn(row -> getTranslation(row.scope().agreement().labelKey()))
                .setHeader(getTranslation("scope.agreement"))
                .setWidth("15rem");
        addColumn(row -> row.scope().currency().getCurrencyCode())
                .setHeader(getTranslation("scope.currency"))
                .setWidth("6rem")
                .setFlexGrow(0);
        setPageSize(50);
        setEmptyStateText(getTranslation("accounts.none"));
        setDataProvider(new Branches());
    }

    /** What is chosen, if anything. */
    @Nullable
    Scope chosen() {
        ListedScope row = asSingleSelect().getValue();
        return row == null ? null : row.scope();
    }

    void filter(String typed) {
        text = typed;
        refresh();
    }

    void refresh() {
        getDataProvider().refreshAll();
    }

    /** Opens the branch that something was put into. */
    void reveal(@Nullable Scope parent) {
        ListedScope row = asSingleSelect().getValue();
        if (parent != null && row != null && row.scope().id() == parent.id()) {
            expand(row);
        }
    }

    private final class Branches extends AbstractBackEndHierarchicalDataProvider<ListedScope, Void> {

        @Override
        protected Stream<ListedScope> fetchChildrenFromBackEnd(HierarchicalQuery<ListedScope, Void> query) {
            return lists.page(branch(query.getParent()), query.getOffset(), query.getLimit(), person).stream();
        }

        @Override
        public int getChildCount(HierarchicalQuery<ListedScope, Void> query) {
            return lists.count(branch(query.getParent()), person);
        }

        @Override
        public boolean hasChildren(ListedScope row) {
            return row.children();
        }

        /** Rows are read anew each time, so that only the ID tells which is which. */
        @Override
        public Object getId(ListedScope row) {
            return row.scope().id();
        }

        private ScopeQuery branch(@Nullable ListedScope parent) {
            return parent == null
                    ? ScopeQuery.top().matching(text)
                    : ScopeQuery.childrenOf(parent.scope().id());
        }
    }
}
