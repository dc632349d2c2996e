package io.factuur.access;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.ScopeKind;

/** What the guard saw of the scope at which it let somebody pass, so that nobody has to ask for it again. */
public record Ground(long scopeId, AgreementType agreement, ScopeKind kind) {}
