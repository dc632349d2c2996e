package io.factuur.access;

import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import java.time.Instant;

/**
 * A role that a person holds at a scope.
 *
 * @param scopeId where it was given: the scope itself or one above it
 * @param inherited whether it comes from above
 */
public record Assignment(
        long id,
        long scopeId,
        String scopeName,
        ScopeKind scopeKind,
        boolean inherited,
        String username,
        String displayName,
        Role role,
        Instant grantedAt,
        String grantedBy) {}
