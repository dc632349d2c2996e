package io.factuur.access.api;

import io.factuur.access.AccessCheck;
import io.factuur.access.AccessCheck.Checked;
import io.factuur.access.Decision;
import io.factuur.access.Held;
import io.factuur.access.Reason;
import io.factuur.access.Reasons;
import io.factuur.agreement.Condition;
import io.factuur.agreement.Operation;
import io.factuur.agreement.Role;
import io.factuur.security.CurrentPerson;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/scopes/{id}/access")
class AccessController {

    private final AccessCheck access;
    private final CurrentPerson me;

    AccessController(AccessCheck access, CurrentPerson me) {
        this.access = access;
        this.me = me;
    }

    @GetMapping
    AccessJson check(@PathVariable long id, @RequestParam(defaultValue = "") String user, Locale locale) {
        Checked checked = user.isBlank() ? access.mine(id, me.get()) : access.of(id, user, me.get());
        return new AccessJson(
                checked.subject().username(),
                checked.subject().displayName(),
                String.valueOf(id),
                checked.roles().stream().map(RoleJson::of).toList(),
                checked.decisions().stream()
                        .map(decision -> DecisionJson.of(decision, locale))
                        .toList());
    }

    record AccessJson(
            String user, String displayName, String scope, List<RoleJson> roles, List<DecisionJson> operations) {}

    /** @param scope where the role was given: the scope asked for or one above it */
    record RoleJson(Role role, String scope, String scopeName) {

        static RoleJson of(Held held) {
            return new RoleJson(held.role(), String.valueOf(held.scopeId()), held.scopeName());
        }
    }

    /**
     * @param why a sentence in the reader's language
     * @param by the roles that allow it
     * @param missing the switch that is off, if one is
     * @param rolesThatMay the roles that would allow it as things stand
     * @param changedBy whose role can change a refusal; empty stands for the operator
     */
    record DecisionJson(
            Operation operation,
            boolean allowed,
            String why,
            List<RoleJson> by,
            @Nullable Condition missing,
            List<Role> rolesThatMay,
            List<Role> changedBy) {

        static DecisionJson of(Decision decision, Locale locale) {
            Decision.Remedy remedy = decision.remedy();
            return new DecisionJson(
                    decision.operation(),
                    decision.allowed(),
                    Reasons.sentence(decision, locale),
                    decision.reasons().stream()
                            .filter(Reason.By.class::isInstance)
                            .map(by -> RoleJson.of(((Reason.By) by).held()))
                            .toList(),
                    missing(decision.reasons().getFirst()),
                    List.copyOf(decision.rolesFor()),
                    remedy == null ? List.of() : List.copyOf(remedy.roles()));
        }

        private static @Nullable Condition missing(Reason reason) {
            return switch (reason) {
                case Reason.SwitchedOff off -> off.condition();
                case Reason.Muted muted -> muted.unless();
                case Reason.NobodyWhileOff off -> off.condition();
                default -> null;
            };
        }
    }
}
