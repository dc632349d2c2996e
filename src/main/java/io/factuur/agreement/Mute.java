package io.factuur.agreement;

import java.util.Set;

/**
 * A role that silences others of the same person: whoever holds one of {@code holders} anywhere in the account gets
 * nothing from the {@code muted} roles for these operations, unless the switch is on.
 */
public record Mute(Set<Role> holders, Condition unless, Set<Role> muted, Set<Operation> operations) {}
