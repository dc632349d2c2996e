package io.factuur.access;

import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;

/** A role that somebody holds, and the scope it was given on: the one in question or one above it. */
public record Held(Role role, long scopeId, String scopeName, ScopeKind kind) {}
