package io.factuur.access;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Condition;
import io.factuur.agreement.Grant;
import io.factuur.agreement.Operation;
import io.factuur.agreement.Role;
import io.factuur.security.Person;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * A condition in SQL that keeps the scopes at which a person may do something. Built from the agreements' grants, so
 * that lists, single look-ups and explanations follow the same lines.
 */
public final class AccessFilter {

    private final Operation operation;
    private final Person person;

    private AccessFilter(Operation operation, Person person) {
        this.operation = operation;
        this.person = person;
    }

    public static AccessFilter of(Operation operation, Person person) {
        return new AccessFilter(operation, person);
    }

    /**
     * The condition for rows of {@code scope} under an alias. Words in it come from enums only; what a person typed
     * never gets here.
     */
    public String on(String alias) {
        StringJoiner cases = new StringJoiner(" or ", "(", ")");
        cases.setEmptyValue("1 = 0");
        for (AgreementType agreement : AgreementType.values()) {
            rolesByCondition(agreement)
                    .forEach((condition, roles) -> cases.add(line(alias, agreement, condition, roles)));
        }
        return """
                exists (select 1 from scope_ancestor granted_at
                join assignment granted on granted.scope_id = granted_at.ancestor_id
                where granted_at.scope_id = %s.id and granted.person_id = :accessPerson
                and granted.ended_at is null and %s)""".formatted(alias, cases);
    }

    public Map<String, Object> parameters() {
        return Map.of("accessPerson", person.id());
    }

    private Map<Condition, Set<Role>> rolesByCondition(AgreementType agreement) {
        Map<Condition, Set<Role>> roles = new EnumMap<>(Condition.class);
        for (Grant grant : agreement.terms().grants()) {
            boolean counts = person.viaToken() || !grant.role().forProgramsOnly();
            if (grant.operation() == operation && counts) {
                roles.computeIfAbsent(grant.condition(), none -> EnumSet.noneOf(Role.class))
                        .add(grant.role());
            }
        }
        return roles;
    }

    private static String line(String alias, AgreementType agreement, Condition condition, Set<Role> roles) {
        String names = roles.stream().map(role -> "'" + role.name() + "'").collect(Collectors.joining(", "));
        return "(%s.agreement = '%s' and granted.role in (%s)%s)"
                .formatted(alias, agreement.name(), names, switchedOn(alias, condition));
    }

    private static String switchedOn(String alias, Condition condition) {
        return switch (condition) {
            case NONE -> "";
            case ACCESS_TO_INVOICE -> " and " + alias + ".access_to_invoice";
            case DEPARTMENT_ADMIN_VIEW_CHARGES -> onRoot(alias, "department_admin_view_charges");
            case ACCOUNT_OWNER_VIEW_CHARGES -> onRoot(alias, "account_owner_view_charges");
            case INVOICE_DOWNLOAD -> onRoot(alias, "invoice_download");
        };
    }

    private static String onRoot(String alias, String column) {
        return " and exists (select 1 from scope root where root.id = %s.root_id and root.%s)".formatted(alias, column);
    }
}
