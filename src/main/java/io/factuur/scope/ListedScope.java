package io.factuur.scope;

import io.factuur.agreement.Offer;
import io.factuur.agreement.Role;
import java.util.List;

/**
 * A scope as lists show it.
 *
 * @param accountName the name of the billing account it stands in
 * @param myRoles the roles that the person who asked holds directly on it
 */
public record ListedScope(Scope scope, String accountName, Offer offer, ScopeStatus status, List<Role> myRoles) {}
