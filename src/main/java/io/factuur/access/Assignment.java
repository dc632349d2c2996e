package io.factuur.access;

import io.factuur.agreement.Role;
import java.time.Instant;

/** A role that a person holds directly on a scope. */
public record Assignment(long id, long scopeId, String username, String displayName, Role role, Instant grantedAt) {}
