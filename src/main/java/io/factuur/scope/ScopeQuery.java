package io.factuur.scope;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.ScopeKind;
import org.jspecify.annotations.Nullable;

/**
 * Which scopes to list, and how.
 *
 * @param text part of a name or an ID; empty for all
 * @param below only what stands below this scope
 * @param direct only the children of that scope
 * @param topOnly only those whose parent the person does not see: where their view of the tree begins
 */
public record ScopeQuery(
        String text,
        @Nullable AgreementType agreement,
        @Nullable ScopeKind kind,
        @Nullable Long below,
        boolean direct,
        boolean topOnly,
        Sort sort,
        boolean descending) {

    /** What a list can be sorted by. */
    public enum Sort {
        NAME("lower(s.name)"),
        ID("s.external_key"),
        KIND("s.kind"),
        AGREEMENT("s.agreement"),
        CURRENCY("s.currency"),
        ACCOUNT("lower(account.name)"),
        OFFER("sold.offer"),
        STATUS("sold.status");

        private final String expression;

        Sort(String expression) {
            this.expression = expression;
        }

        String expression() {
            return expression;
        }
    }

    /** Where the person's view of the tree begins. */
    public static ScopeQuery top() {
        return new ScopeQuery("", null, null, null, false, true, Sort.NAME, false);
    }

    public static ScopeQuery all(ScopeKind kind) {
        return new ScopeQuery("", null, kind, null, false, false, Sort.NAME, false);
    }

    public static ScopeQuery below(long scopeId, ScopeKind kind) {
        return new ScopeQuery("", null, kind, scopeId, false, false, Sort.NAME, false);
    }

    public static ScopeQuery childrenOf(long scopeId) {
        return new ScopeQuery("", null, null, scopeId, true, false, Sort.NAME, false);
    }

    public ScopeQuery matching(String typed) {
        return new ScopeQuery(typed, agreement, kind, below, direct, topOnly, sort, descending);
    }

    public ScopeQuery under(@Nullable AgreementType wanted) {
        return new ScopeQuery(text, wanted, kind, below, direct, topOnly, sort, descending);
    }

    public ScopeQuery sortedBy(Sort by, boolean down) {
        return new ScopeQuery(text, agreement, kind, below, direct, topOnly, by, down);
    }
}
