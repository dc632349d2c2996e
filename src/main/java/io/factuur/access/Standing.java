package io.factuur.access;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Condition;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
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
        boolean viaToken) {}
