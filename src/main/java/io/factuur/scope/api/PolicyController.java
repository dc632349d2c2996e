package io.factuur.scope.api;

import io.factuur.agreement.Condition;
import io.factuur.scope.ScopePolicies;
import io.factuur.security.CurrentPerson;
import io.factuur.shared.Problem;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Policies by their names in JSON, {@code departmentAdminViewCharges}; only those that the scope has. */
@RestController
@RequestMapping("/api/v1/scopes/{id}/policies")
class PolicyController {

    private final ScopePolicies policies;
    private final CurrentPerson me;

    PolicyController(ScopePolicies policies, CurrentPerson me) {
        this.policies = policies;
        this.me = me;
    }

    @GetMapping
    Map<String, Boolean> get(@PathVariable long id) {
        return json(policies.get(id, me.get()));
    }

    @PatchMapping
    Map<String, Boolean> change(@PathVariable long id, @RequestBody Map<String, @Nullable Boolean> wanted) {
        Map<Condition, Boolean> changes = new EnumMap<>(Condition.class);
        wanted.forEach((name, on) -> {
            if (on == null) {
                throw Problem.invalid("problem.field-missing", name);
            }
            changes.put(named(name), on);
        });
        return json(policies.change(id, changes, me.get()));
    }

    private static Map<String, Boolean> json(Map<Condition, Boolean> policies) {
        Map<String, Boolean> json = new LinkedHashMap<>();
        policies.forEach((policy, on) -> json.put(name(policy), on));
        return json;
    }

    private static Condition named(String name) {
        return Arrays.stream(Condition.values())
                .filter(policy -> policy != Condition.NONE && name(policy).equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("problem.policy.unknown", name));
    }

    private static String name(Condition policy) {
        String[] words = policy.name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return name.toString();
    }
}
