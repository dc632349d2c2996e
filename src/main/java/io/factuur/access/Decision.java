package io.factuur.access;

import io.factuur.agreement.Operation;
import io.factuur.agreement.Role;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The guard's answer with its reasons.
 *
 * @param reasons what allows it, or all that is in the way
 * @param rolesFor the roles that would allow it here
 * @param remedy who can change a refusal; null when allowed, or when nobody can
 */
public record Decision(
        Operation operation,
        long scopeId,
        boolean allowed,
        List<Reason> reasons,
        Set<Role> rolesFor,
        @Nullable Remedy remedy) {

    /**
     * Who can turn the switch on, or give a role.
     *
     * @param roles of whom; empty when only the operator can
     * @param people names of the first few who hold such a role here
     * @param others how many more there are
     */
    public record Remedy(Set<Role> roles, List<String> people, int others) {}
}
