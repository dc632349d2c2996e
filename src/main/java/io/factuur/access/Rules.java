package io.factuur.access;

import io.factuur.agreement.Condition;
import io.factuur.agreement.Grant;
import io.factuur.agreement.Mute;
import io.factuur.agreement.Operation;
import io.factuur.agreement.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Applies the lines of an agreement to a standing. The guard, the reasons and the rehearsal all ask here. */
final class Rules {

    private Rules() {}

    /** Whether the operation is allowed, with all that allows it or all that is in its way. */
    static Verdict judge(Operation operation, Standing standing) {
        if (!standing.active()) {
            return new Verdict(false, List.of(new Reason.Disabled()));
        }
        List<Reason> yes = new ArrayList<>();
        List<Reason> no = new ArrayList<>();
        List<Grant> lines = lines(operation, standing);
        if (standing.operator() && operation.operatorMay() && !lines.isEmpty()) {
            yes.add(new Reason.ByOperator());
        }
        for (Held held : standing.held()) {
            lines.stream().filter(line -> line.role() == held.role()).forEach(line -> obstacle(line, held, standing)
                    .ifPresentOrElse(no::add, () -> yes.add(new Reason.By(held))));
        }
        if (yes.isEmpty() && no.isEmpty()) {
            no.add(withoutRole(operation, lines, standing));
        }
        return yes.isEmpty() ? new Verdict(false, no) : new Verdict(true, yes);
    }

    /** The roles that would allow it at the scope without any switch. */
    static Set<Role> rolesFor(Operation operation, Standing standing) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        lines(operation, standing).stream()
                .filter(line -> isOn(line.condition(), standing))
                .map(Grant::role)
                .filter(role -> standing.viaToken() || !role.forProgramsOnly())
                .forEach(roles::add);
        roles.retainAll(standing.agreement().terms().rolesReaching(standing.kind()));
        return roles;
    }

    private static Reason withoutRole(Operation operation, List<Grant> lines, Standing standing) {
        if (nobodyMay(lines, standing)) {
            return new Reason.NotHere(standing.agreement(), standing.kind());
        }
        return rolesFor(operation, standing).isEmpty()
                ? lines.stream()
                        .map(Grant::condition)
                        .filter(condition -> !isOn(condition, standing))
                        .findFirst()
                        .<Reason>map(Reason.NobodyWhileOff::new)
                        .orElseGet(Reason.NoRole::new)
                : new Reason.NoRole();
    }

    private static boolean nobodyMay(List<Grant> lines, Standing standing) {
        Set<Role> possible = standing.agreement().terms().rolesReaching(standing.kind());
        return lines.stream().noneMatch(line -> possible.contains(line.role()));
    }

    private static List<Grant> lines(Operation operation, Standing standing) {
        return standing.agreement().terms().grants().stream()
                .filter(line -> line.operation() == operation && line.at().contains(standing.kind()))
                .toList();
    }

    private static Optional<Reason> obstacle(Grant line, Held held, Standing standing) {
        if (line.role().forProgramsOnly() && !standing.viaToken()) {
            return Optional.of(new Reason.ProgramsOnly(held));
        }
        if (!isOn(line.condition(), standing)) {
            return Optional.of(
                    line.condition() == Condition.ACCESS_TO_INVOICE && !standing.sharesInvoices()
                            ? new Reason.NotShared(held)
                            : new Reason.SwitchedOff(held, line.condition()));
        }
        return mute(line, held, standing);
    }

    private static Optional<Reason> mute(Grant line, Held held, Standing standing) {
        for (Mute mute : standing.agreement().terms().mutes()) {
            if (mute.muted().contains(line.role())
                    && mute.operations().contains(line.operation())
                    && !isOn(mute.unless(), standing)) {
                Optional<Role> by = standing.inAccount().stream()
                        .filter(mute.holders()::contains)
                        .findFirst();
                if (by.isPresent()) {
                    return Optional.of(new Reason.Muted(held, by.get(), mute.unless()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isOn(Condition condition, Standing standing) {
        return condition == Condition.NONE
                || standing.on().contains(condition)
                        && (condition != Condition.ACCESS_TO_INVOICE || standing.sharesInvoices());
    }

    record Verdict(boolean allowed, List<Reason> reasons) {}
}
