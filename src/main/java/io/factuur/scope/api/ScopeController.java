package io.factuur.scope.api;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.api.Page;
import io.factuur.scope.NewScope;
import io.factuur.scope.Scope;
import io.factuur.scope.ScopeRow;
import io.factuur.scope.Scopes;
import io.factuur.security.CurrentPerson;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/scopes")
class ScopeController {

    private final Scopes scopes;
    private final CurrentPerson me;

    ScopeController(Scopes scopes, CurrentPerson me) {
        this.scopes = scopes;
        this.me = me;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ScopeJson create(@RequestBody NewScope wanted) {
        Scope created = scopes.create(wanted, me.get());
        return ScopeJson.of(new ScopeRow(created, List.of()));
    }

    @GetMapping
    Page<ScopeJson> list(@RequestParam(defaultValue = "0") long cursor, @RequestParam(defaultValue = "100") int limit) {
        return Page.of(size -> scopes.list(cursor, size, me.get()), limit, ScopeJson::of, row -> row.scope()
                .id());
    }

    @GetMapping("/{id}")
    ScopeJson get(@PathVariable long id) {
        return ScopeJson.of(scopes.get(id, me.get()));
    }

    record ScopeJson(
            String id,
            @Nullable String parent,
            ScopeKind kind,
            AgreementType agreement,
            String name,
            String externalId,
            String currency,
            List<Role> myRoles) {

        static ScopeJson of(ScopeRow row) {
            Scope scope = row.scope();
            return new ScopeJson(
                    String.valueOf(scope.id()),
                    scope.parentId() == null ? null : String.valueOf(scope.parentId()),
                    scope.kind(),
                    scope.agreement(),
                    scope.name(),
                    scope.externalId(),
                    scope.currency().getCurrencyCode(),
                    row.myRoles());
        }
    }
}
