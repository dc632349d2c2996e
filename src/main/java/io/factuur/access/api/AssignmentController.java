package io.factuur.access.api;

import io.factuur.access.Assignment;
import io.factuur.access.Assignments;
import io.factuur.agreement.Role;
import io.factuur.api.Page;
import io.factuur.security.CurrentPerson;
import io.factuur.shared.Problem;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/scopes/{id}/assignments")
class AssignmentController {

    private final Assignments assignments;
    private final CurrentPerson me;

    AssignmentController(Assignments assignments, CurrentPerson me) {
        this.assignments = assignments;
        this.me = me;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AssignmentJson assign(@PathVariable long id, @RequestBody NewAssignment wanted) {
        Assignment given = assignments.assign(id, wanted.userGiven(), wanted.roleGiven(), me.get());
        return AssignmentJson.of(id, given);
    }

    @GetMapping
    Page<AssignmentJson> list(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long cursor,
            @RequestParam(defaultValue = "100") int limit) {
        return Page.of(
                size -> assignments.at(id, cursor, size, me.get()),
                limit,
                given -> AssignmentJson.of(id, given),
                Assignment::id);
    }

    @DeleteMapping("/{assignmentId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id, @PathVariable long assignmentId) {
        assignments.remove(id, assignmentId, me.get());
    }

    record NewAssignment(@Nullable String user, @Nullable String role) {

        String userGiven() {
            if (user == null || user.isBlank()) {
                throw Problem.invalid("problem.field-missing", "user");
            }
            return user;
        }

        Role roleGiven() {
            if (role == null || role.isBlank()) {
                throw Problem.invalid("problem.field-missing", "role");
            }
            String wanted = role.strip().toUpperCase(Locale.ROOT);
            return Arrays.stream(Role.values())
                    .filter(known -> known.name().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("problem.role.unknown", role));
        }
    }

    /** @param inheritedFrom the scope above that it was given on, or null when given on this one */
    record AssignmentJson(
            String id,
            String user,
            String displayName,
            Role role,
            String scope,
            @Nullable String inheritedFrom,
            Instant grantedAt) {

        static AssignmentJson of(long scope, Assignment given) {
            return new AssignmentJson(
                    String.valueOf(given.id()),
                    given.username(),
                    given.displayName(),
                    given.role(),
                    String.valueOf(scope),
                    given.inherited() ? String.valueOf(given.scopeId()) : null,
                    given.grantedAt());
        }
    }
}
