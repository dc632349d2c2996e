package io.factuur.access;

import io.factuur.agreement.Role;
import org.jspecify.annotations.Nullable;

/**
 * Which assignments a list shows.
 *
 * @param text part of a name, user name or sign-in address; empty for all
 * @param directOnly leaves out what comes from above
 */
public record AssignmentFilter(String text, @Nullable Role role, boolean directOnly) {

    public static final AssignmentFilter ALL = new AssignmentFilter("", null, false);
}
