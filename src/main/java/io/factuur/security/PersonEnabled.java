package io.factuur.security;

/** Somebody who had been disabled may come in again; told within the transaction that makes it so. */
public record PersonEnabled(long personId) {}
