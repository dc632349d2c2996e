package io.factuur.scope;

import io.factuur.agreement.Role;
import java.util.List;

/** A scope in a list: with the roles that the person who asked holds directly on it. */
public record ScopeRow(Scope scope, List<Role> myRoles) {}
