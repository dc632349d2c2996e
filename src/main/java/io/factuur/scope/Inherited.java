package io.factuur.scope;

import io.factuur.agreement.ScopeKind;
import org.jspecify.annotations.Nullable;

/**
 * Where invoices take from what is not filled in at a scope.
 *
 * @param kind of the scope above that has it
 * @param properties of that scope; null for whoever may not know it
 */
public record Inherited(ScopeKind kind, @Nullable Properties properties) {}
