package io.factuur.access;

import io.factuur.agreement.Role;

/**
 * Somebody whose role allows something at a scope.
 *
 * @param role the first that allows it, nearest first
 * @param address where mail to them goes: their communication preference, or else the address they sign in with
 * @param language ISO 639
 */
public record Holder(long personId, String username, String displayName, Role role, String address, String language) {}
