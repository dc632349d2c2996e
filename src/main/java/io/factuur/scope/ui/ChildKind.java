package io.factuur.scope.ui;

import io.factuur.agreement.ScopeKind;
import java.util.Arrays;
import java.util.Optional;

/** The kinds that have a list page, and what it is called. */
enum ChildKind {
    PROFILES("profiles", ScopeKind.BILLING_PROFILE),
    SECTIONS("sections", ScopeKind.INVOICE_SECTION),
    DEPARTMENTS("departments", ScopeKind.DEPARTMENT),
    ACCOUNTS("accounts", ScopeKind.ENROLLMENT_ACCOUNT),
    SUBSCRIPTIONS("subscriptions", ScopeKind.SUBSCRIPTION);

    private final String segment;
    private final ScopeKind kind;

    ChildKind(String segment, ScopeKind kind) {
        this.segment = segment;
        this.kind = kind;
    }

    static ChildKind of(ScopeKind kind) {
        return Arrays.stream(values())
                .filter(list -> list.kind == kind)
                .findFirst()
                .orElseThrow();
    }

    static Optional<ChildKind> at(String segment) {
        return Arrays.stream(values())
                .filter(list -> list.segment.equals(segment))
                .findFirst();
    }

    String segment() {
        return segment;
    }

    ScopeKind kind() {
        return kind;
    }

    /** Key of the list's name, in the plural. */
    String labelKey() {
        return "scope.list." + segment;
    }
}
