package io.factuur.agreement;

import java.util.ArrayList;
import java.util.List;

/** Reads like the agreement's role table: {@code role(X).may(A, B).mayIf(SWITCH, C)}. */
final class Grants {

    private final List<Grant> grants = new ArrayList<>();

    Line role(Role... roles) {
        return new Line(List.of(roles));
    }

    List<Grant> list() {
        return List.copyOf(grants);
    }

    final class Line {

        private final List<Role> roles;

        private Line(List<Role> roles) {
            this.roles = roles;
        }

        Line may(Operation... operations) {
            return mayIf(Condition.NONE, operations);
        }

        Line mayIf(Condition condition, Operation... operations) {
            for (Role role : roles) {
                for (Operation operation : operations) {
                    grants.add(new Grant(role, operation, condition));
                }
            }
            return this;
        }
    }
}
