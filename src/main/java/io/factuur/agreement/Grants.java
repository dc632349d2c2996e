package io.factuur.agreement;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads like the agreement's role table: {@code role(X).may(A, B).at(DEPARTMENT).mayIf(SWITCH, C)}. */
final class Grants {

    private final List<Grant> grants = new ArrayList<>();

    Line role(Role... roles) {
        return new Line(List.of(roles), EnumSet.allOf(ScopeKind.class));
    }

    List<Grant> list() {
        return List.copyOf(grants);
    }

    final class Line {

        private final List<Role> roles;
        private final Set<ScopeKind> kinds;

        private Line(List<Role> roles, Set<ScopeKind> kinds) {
            this.roles = roles;
            this.kinds = kinds;
        }

        /** What follows counts only at scopes of these kinds. */
        Line at(ScopeKind first, ScopeKind... more) {
            return new Line(roles, EnumSet.of(first, more));
        }

        Line may(Operation... operations) {
            return mayIf(Condition.NONE, operations);
        }

        Line mayIf(Condition condition, Operation... operations) {
            for (Role role : roles) {
                for (Operation operation : operations) {
                    grants.add(new Grant(role, operation, condition, kinds));
                }
            }
            return this;
        }
    }
}
