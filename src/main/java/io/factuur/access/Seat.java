package io.factuur.access;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import java.util.List;

/** A scope as a place to hold roles on. */
public record Seat(AgreementType agreement, ScopeKind kind, String name) {

    /** The roles that can be given there, most powerful first. */
    public List<Role> roles() {
        return agreement.terms().rolesAt(kind);
    }
}
