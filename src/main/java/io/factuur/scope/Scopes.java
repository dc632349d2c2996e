package io.factuur.scope;

import io.factuur.access.AccessFilter;
import io.factuur.access.Guard;
import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Operation;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The billing scopes, as far as a person may see them. */
@Service
public class Scopes {

    private final ScopeTree tree;
    private final JdbcClient jdbc;
    private final MyRoles myRoles;
    private final Guard guard;
    private final AuditLog audit;
    private final Clock clock;

    Scopes(ScopeTree tree, JdbcClient jdbc, MyRoles myRoles, Guard guard, AuditLog audit, Clock clock) {
        this.tree = tree;
        this.jdbc = jdbc;
        this.myRoles = myRoles;
        this.guard = guard;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Creates a scope. Only for the operator.
     *
     * @throws Problem when the agreement has no such child, the parent is missing or the currency is no currency
     */
    @Transactional
    public Scope create(NewScope wanted, Person person) {
        guard.requireOperator("scope.create", person);
        Scope parent = parent(wanted.parent());
        AgreementType agreement = agreement(wanted, parent);
        requireText(wanted.name(), "name");
        requireText(wanted.externalId(), "externalId");
        Scope created = tree.insert(
                parent,
                agreement,
                wanted.kind(),
                wanted.name().strip(),
                wanted.externalId().strip(),
                currency(wanted.currency(), parent),
                wanted.createdAt() == null ? clock.instant() : wanted.createdAt());
        audit.record(AuditEvent.done(person.username(), "scope.create", created.id(), created.name())
                .with("kind", created.kind())
                .with("externalId", created.externalId()));
        return created;
    }

    @Transactional(readOnly = true)
    public ScopeRow get(long id, Person person) {
        return find(id, person).orElseThrow(() -> guard.refuse("SEE_SCOPE", id, String.valueOf(id), person));
    }

    @Transactional(readOnly = true)
    public Optional<ScopeRow> find(long id, Person person) {
        boolean seen = person.operator() || guard.allows(Operation.SEE_SCOPE, id, person);
        return seen ? tree.find(id).map(scope -> row(scope, person)) : Optional.empty();
    }

    private ScopeRow row(Scope scope, Person person) {
        return new ScopeRow(scope, myRoles.at(List.of(scope.id()), person).getOrDefault(scope.id(), List.of()));
    }

    /** What a person may see, all levels of it; for the operator everything. In order of ID, page after page. */
    @Transactional(readOnly = true)
    public List<ScopeRow> list(long afterId, int limit, Person person) {
        AccessFilter mine = AccessFilter.of(Operation.SEE_SCOPE, person);
        var select = jdbc.sql("select " + ScopeTree.COLUMNS + " from scope s where s.id > :after"
                        + (person.operator() ? "" : " and " + mine.on("s"))
                        + " order by s.id fetch first :limit rows only")
                .param("after", afterId)
                .param("limit", limit);
        List<Scope> found = (person.operator() ? select : select.params(mine.parameters()))
                .query(ScopeTree::scope)
                .list();
        Map<Long, List<Role>> roles = myRoles.at(found.stream().map(Scope::id).toList(), person);
        return found.stream()
                .map(scope -> new ScopeRow(scope, roles.getOrDefault(scope.id(), List.of())))
                .toList();
    }

    /**
     * The scope that an operator means: its own ID, or else the ID the cloud knows it by, accounts before others.
     *
     * @throws Problem not found, for what is not there and for whoever is no operator
     */
    @Transactional(readOnly = true)
    public Scope named(String idOrExternalId, Person person) {
        guard.requireOperator("scope.find", person);
        Optional<Scope> own =
                idOrExternalId.matches("\\d{1,18}") ? tree.find(Long.parseLong(idOrExternalId)) : Optional.empty();
        return own.or(() -> tree.named(idOrExternalId).stream()
                        .min(Comparator.comparing(scope -> scope.parentId() != null)))
                .orElseThrow(() -> Problem.missing("problem.scope.unknown", idOrExternalId));
    }

    private @Nullable Scope parent(@Nullable Long id) {
        return id == null
                ? null
                : tree.find(id).orElseThrow(() -> Problem.invalid("problem.scope.parent-unknown", String.valueOf(id)));
    }

    private static AgreementType agreement(NewScope wanted, @Nullable Scope parent) {
        if (parent == null) {
            if (wanted.kind() != ScopeKind.BILLING_ACCOUNT) {
                throw Problem.invalid("problem.scope.parent-missing", wanted.kind());
            }
            if (wanted.agreement() == null) {
                throw Problem.invalid("problem.scope.agreement-missing", Arrays.toString(AgreementType.values()));
            }
            return wanted.agreement();
        }
        if (wanted.agreement() != null && wanted.agreement() != parent.agreement()) {
            throw Problem.invalid("problem.scope.agreement-differs", wanted.agreement(), parent.agreement());
        }
        if (!parent.agreement().terms().childrenOf(parent.kind()).contains(wanted.kind())) {
            throw Problem.invalid("problem.scope.child", parent.agreement(), wanted.kind(), parent.kind());
        }
        return parent.agreement();
    }

    private static String currency(@Nullable String wanted, @Nullable Scope parent) {
        if (wanted == null && parent != null) {
            return parent.currency().getCurrencyCode();
        }
        try {
            return Currency.getInstance(Objects.requireNonNullElse(wanted, "")).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("problem.scope.currency", Objects.requireNonNullElse(wanted, ""));
        }
    }

    private static void requireText(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid("problem.field-missing", field);
        }
        if (text.length() > 300) {
            throw Problem.invalid("problem.field-long", field, 300);
        }
    }
}
