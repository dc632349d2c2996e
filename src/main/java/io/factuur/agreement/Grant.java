package io.factuur.agreement;

import java.util.Set;

/**
 * One line of an agreement: this role may do that, if the switch is on. A role counts at its scope and below it.
 *
 * @param at the kinds of scope where the line counts
 */
public record Grant(Role role, Operation operation, Condition condition, Set<ScopeKind> at) {}
