package io.factuur.access;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Condition;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How somebody stands towards a scope at one moment; all that the rules need to know.
 *
 * @param on the switches that are on and count here
 * @param sharesInvoices false for support plans and sovereign clouds, where "Access to invoice" never counts
 * @param held roles at the scope and above it, nearest first
 * @param inAccount roles held anywhere in the account that may silence others
 * @param active false once disabled
 */
record Standing(
        long scopeId,
        String scopeName,
        AgreementType agreement,
        ScopeKind kind,
        Set<Condition> on,
        boolean sharesInvoices,
        List<Held> held,
        Set<Role> inAccount,
        boolean active,
        boolean operator,
        boolean viaToken) {

    /** The same, had they one role more on the scope itself. */
    Standing with(Role role) {
        List<Held> more = new ArrayList<>(held);
        more.addFirst(new Held(role, scopeId, scopeName, kind));
        Set<Role> all = EnumSet.of(role);
        all.addAll(inAccount);
        return holding(more, all);
    }

    /** The same, without a role given on the scope itself. */
    Standing without(Role role, boolean heldElsewhere) {
        List<Held> less = held.stream()
                .filter(one -> one.role() != role || one.scopeId() != scopeId)
                .toList();
        Set<Role> rest = EnumSet.noneOf(Role.class);
        rest.addAll(inAccount);
        if (!heldElsewhere) {
            rest.remove(role);
        }
        return holding(less, rest);
    }

    private Standing holding(List<Held> roles, Set<Role> all) {
        return new Standing(
                scopeId, scopeName, agreement, kind, on, sharesInvoices, roles, all, active, operator, viaToken);
    }
}
