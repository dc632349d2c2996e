package io.factuur.scope;

import io.factuur.agreement.Offer;
import io.factuur.agreement.Role;
import java.util.List;

/**
 * A scope as lists show it.
 *
 * @param accountName the name of the billing account it stands in
 * @param children whether anything stands below it; whoever sees it sees that, too
 * @param myRoles the roles of the person who asked that count here, those given here first, then those from above
 */
public record ListedScope(
        Scope scope, String accountName, Offer offer, ScopeStatus status, boolean children, List<Role> myRoles) {}
