package io.factuur.access;

/** Somebody's roles count for more than before; told within the transaction that makes it so. */
public record Entitled(long personId) {}
