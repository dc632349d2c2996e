package io.factuur.invoice;

import io.factuur.agreement.AgreementType;
import io.factuur.security.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A condition in SQL on {@code invoice i}, beside the guard's: what is older than an agreement shares is for its owners'
 * roles only.
 */
final class Visible {

    static final String OLD = old();

    private Visible() {}

    static Map<String, Object> parameters(Person person) {
        return Map.of("ownerId", person.id());
    }

    /** Whether a period may be too old for somebody who is no owner. */
    static boolean isOld(AgreementType agreement, LocalDate periodStart) {
        LocalDate since = agreement.terms().sharedSince();
        return since != null && periodStart.isBefore(since);
    }

    /** Words in it come from the agreements only. */
    private static String old() {
        List<String> conditions = new ArrayList<>();
        for (AgreementType agreement : AgreementType.values()) {
            LocalDate since = agreement.terms().sharedSince();
            if (since != null) {
                String owners = agreement.terms().owners().stream()
                        .map(role -> "'" + role.name() + "'")
                        .collect(Collectors.joining(", "));
                conditions.add("""
                        (i.agreement <> '%s' or i.period_start >= date '%s' or exists
                        (select 1 from scope_ancestor owned join assignment own on own.scope_id = owned.ancestor_id
                        where owned.scope_id = i.scope_id and own.person_id = :ownerId and own.ended_at is null
                        and own.role in (%s)))""".formatted(agreement.name(), since, owners));
            }
        }
        return conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
    }
}
