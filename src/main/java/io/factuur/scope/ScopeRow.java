package io.factuur.scope;

import io.factuur.agreement.Role;
import java.util.List;

/**
 * A scope in a list.
 *
 * @param myRoles the roles of the person who asked that count here, those given here first, then those from above
 */
public record ScopeRow(Scope scope, List<Role> myRoles) {}
