package io.factuur.agreement;

/** One line of an agreement: this role may do that, if the switch is on. Roles count at their scope and below it. */
public record Grant(Role role, Operation operation, Condition condition) {}
