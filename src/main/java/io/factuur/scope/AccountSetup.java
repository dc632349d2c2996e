package io.factuur.scope;

import io.factuur.access.Assignments;
import io.factuur.access.Guard;
import io.factuur.security.Person;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the operator does to take a customer in: a scope and the first person who governs it, both or neither. */
@Service
public class AccountSetup {

    private final Scopes scopes;
    private final ScopeTree tree;
    private final Assignments assignments;
    private final Guard guard;

    AccountSetup(Scopes scopes, ScopeTree tree, Assignments assignments, Guard guard) {
        this.scopes = scopes;
        this.tree = tree;
        this.assignments = assignments;
        this.guard = guard;
    }

    /**
     * Creates a scope and gives its most powerful role to somebody.
     *
     * @param owner a user name or sign-in address; empty to leave it to those who govern the scope above
     * @throws io.factuur.shared.Problem when the scope cannot be or nobody is called so; then nothing has happened
     */
    @Transactional
    public Scope create(NewScope wanted, String owner, Person person) {
        Scope created = scopes.create(wanted, person);
        if (!owner.isBlank()) {
            assignments.assign(
                    created.id(),
                    owner,
                    created.agreement().terms().rolesAt(created.kind()).getFirst(),
                    person);
        }
        return created;
    }

    /** The scopes that carry an ID already, the newest first: a new one would take their usage from now on. */
    @Transactional(readOnly = true)
    public List<Scope> carrying(String externalId, Person person) {
        guard.requireOperator("scope.find", person);
        return externalId.isBlank() ? List.of() : tree.named(externalId);
    }
}
