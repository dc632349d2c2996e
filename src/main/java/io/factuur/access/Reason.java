package io.factuur.access;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Condition;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;

/** Why somebody may, or may not, do something at a scope. */
public sealed interface Reason {

    /** A role allows it. */
    record By(Held held) implements Reason {}

    /** The portal's operator may. */
    record ByOperator() implements Reason {}

    /** A role would allow it, if the switch were on. */
    record SwitchedOff(Held held, Condition condition) implements Reason {}

    /** A role and its switch would allow it, but what this subscription was sold as does not. */
    record NotShared(Held held) implements Reason {}

    /** A role would allow it, but counts for programs with a token only. */
    record ProgramsOnly(Held held) implements Reason {}

    /** A role would allow it, but another role of the same person silences it while the switch is off. */
    record Muted(Held held, Role by, Condition unless) implements Reason {}

    /** Somebody may, but none of this person's roles. */
    record NoRole() implements Reason {}

    /** None of this person's roles, and nobody else's either while a switch is off. */
    record NobodyWhileOff(Condition condition) implements Reason {}

    /** The agreement has no such thing at a scope of this kind. */
    record NotHere(AgreementType agreement, ScopeKind kind) implements Reason {}

    /** The person has been disabled. */
    record Disabled() implements Reason {}
}
