package io.factuur.access;

import io.factuur.agreement.Grant;
import io.factuur.agreement.Operation;
import io.factuur.agreement.Role;
import io.factuur.security.Person;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people whom a role allows something at a scope: for what is sent to them without their asking. */
@Service
@Unguarded(because = "nobody asks: mail is being sent, and what is found here is the guard's own answer")
public class Holders {

    private final JdbcClient jdbc;
    private final Standings standings;

    Holders(JdbcClient jdbc, Standings standings) {
        this.jdbc = jdbc;
        this.standings = standings;
    }

    /** In order of name; nobody who has been disabled. */
    @Transactional(readOnly = true)
    public List<Holder> of(Operation operation, long scopeId) {
        return of(operation, scopeId, (personId, address) -> true);
    }

    /**
     * Asks no further about whoever is of no interest.
     *
     * @param wanted told the person's ID and the address that mail goes to
     */
    @Transactional(readOnly = true)
    public List<Holder> of(Operation operation, long scopeId, BiPredicate<Long, String> wanted) {
        return standings
                .place(scopeId)
                .map(place -> candidates(
                                scopeId,
                                place.agreement().terms().grants().stream()
                                        .filter(line -> line.operation() == operation
                                                && line.at().contains(place.kind()))
                                        .map(Grant::role)
                                        .distinct()
                                        .map(Role::name)
                                        .toList())
                        .stream()
                        .filter(candidate -> wanted.test(candidate.id(), candidate.address()))
                        .flatMap(candidate -> judge(operation, place, candidate).stream())
                        .toList())
                .orElse(List.of());
    }

    private List<Candidate> candidates(long scopeId, List<String> roles) {
        if (roles.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select distinct p.id, p.username, p.display_name, p.email, p.operator, p.language,
                       coalesce(p.communication_email, p.email) as address
                from scope_ancestor up
                join assignment g on g.scope_id = up.ancestor_id and g.ended_at is null and g.role in (:roles)
                join person p on p.id = g.person_id and not p.disabled
                where up.scope_id = :scope order by p.display_name, p.id
                """)
                .param("scope", scopeId)
                .param("roles", roles)
                .query(Candidate.class)
                .list();
    }

    private Optional<Holder> judge(Operation operation, Standings.Place place, Candidate who) {
        Person person = new Person(who.id(), who.username(), who.displayName(), who.email(), who.operator(), false);
        return standings.find(place.id(), person).map(standing -> Rules.judge(operation, standing)).stream()
                .filter(Rules.Verdict::allowed)
                .flatMap(verdict -> verdict.reasons().stream())
                .flatMap(reason -> reason instanceof Reason.By by
                        ? Optional.of(by.held().role()).stream()
                        : Optional.<Role>empty().stream())
                .findFirst()
                .map(role ->
                        new Holder(who.id(), who.username(), who.displayName(), role, who.address(), who.language()));
    }

    private record Candidate(
            long id,
            String username,
            String displayName,
            String email,
            boolean operator,
            String language,
            String address) {}
}
