package io.factuur.access;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Condition;
import io.factuur.agreement.Grant;
import io.factuur.agreement.Mute;
import io.factuur.agreement.Operation;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.security.Person;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A condition in SQL that keeps the scopes at which a person may do something: for lists. Built from the same lines of
 * the agreements that {@link Rules} applies to a single scope; AccessMatrixTest holds the two together.
 */
public final class AccessFilter {

    /** What the agreements say never changes while the program runs. */
    private static final Map<Asked, String> MADE = new ConcurrentHashMap<>();

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
        return made(alias, false, asked -> alias + ".id in (select reached.id" + granted("") + ")");
    }

    /**
     * The same condition, asked anew for each row: for a few rows chosen by something else, such as a search. The offset
     * keeps PostgreSQL from gathering all that the person reaches first.
     */
    public String onEach(String alias) {
        return made(
                alias,
                true,
                asked -> "exists (select 1" + granted("below.scope_id = " + alias + ".id and ") + " offset 0 rows)");
    }

    private String made(String alias, boolean each, Function<Asked, String> make) {
        boolean everywhere = person.operator() && operation.operatorMay();
        return MADE.computeIfAbsent(
                new Asked(operation, alias, each, person.operator(), person.viaToken()),
                asked -> everywhere ? everywhere(alias) : make.apply(asked));
    }

    private String granted(String where) {
        StringJoiner cases = new StringJoiner(" or ");
        cases.setEmptyValue("1 = 0");
        for (AgreementType agreement : AgreementType.values()) {
            lines(agreement).forEach((when, roles) -> cases.add(line(agreement, when, roles)));
        }
        return """
                 from assignment granted
                join scope_ancestor below on below.ancestor_id = granted.scope_id
                join scope reached on reached.id = below.scope_id
                join scope account on account.id = reached.root_id
                join person me on me.id = granted.person_id and not me.disabled
                where %sgranted.person_id = :accessPerson and granted.ended_at is null and (%s)""".formatted(where, cases);
    }

    /** Wherever the agreement has such a thing. */
    private String everywhere(String alias) {
        StringJoiner cases = new StringJoiner(" or ", "(", ")");
        for (AgreementType agreement : AgreementType.values()) {
            Set<ScopeKind> kinds = agreement.terms().grants().stream()
                    .filter(grant -> grant.operation() == operation)
                    .flatMap(grant -> grant.at().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!kinds.isEmpty()) {
                cases.add("%s.agreement = '%s'%s".formatted(alias, agreement.name(), kindIn(alias, kinds)));
            }
        }
        return cases.toString();
    }

    public Map<String, Object> parameters() {
        return Map.of("accessPerson", person.id());
    }

    /** The roles that may, gathered by what else must be true. */
    private Map<When, Set<Role>> lines(AgreementType agreement) {
        Map<When, Set<Role>> lines = new LinkedHashMap<>();
        for (Grant grant : agreement.terms().grants()) {
            boolean counts = person.viaToken() || !grant.role().forProgramsOnly();
            if (grant.operation() == operation && counts) {
                String unmuted = agreement.terms().mutes().stream()
                        .filter(mute -> mute.muted().contains(grant.role())
                                && mute.operations().contains(operation))
                        .map(AccessFilter::notMuted)
                        .collect(Collectors.joining());
                lines.computeIfAbsent(new When(grant.at(), grant.condition(), unmuted), none -> new TreeSet<>())
                        .add(grant.role());
            }
        }
        return lines;
    }

    private static String line(AgreementType agreement, When when, Set<Role> roles) {
        String kinds =
                when.at().size() == ScopeKind.values().length ? "" : " and reached.kind in (" + names(when.at()) + ")";
        return "(reached.agreement = '%s' and granted.role in (%s)%s%s%s)"
                .formatted(
                        agreement.name(),
                        names(roles),
                        kindIn("reached", when.at()),
                        switchedOn(when.condition()),
                        when.unmuted());
    }

    private static String kindIn(String alias, Set<ScopeKind> kinds) {
        return kinds.size() == ScopeKind.values().length ? "" : " and " + alias + ".kind in (" + names(kinds) + ")";
    }

    private static String switchedOn(Condition condition) {
        return switch (condition) {
            case NONE -> "";
            case ACCESS_TO_INVOICE -> " and reached.access_to_invoice and not " + Standings.keepsInvoices("reached");
            case DEPARTMENT_ADMIN_VIEW_CHARGES -> " and account.department_admin_view_charges";
            case ACCOUNT_OWNER_VIEW_CHARGES -> " and account.account_owner_view_charges";
            case INVOICE_DOWNLOAD -> " and account.invoice_download";
        };
    }

    private static String notMuted(Mute mute) {
        String on = switchedOn(mute.unless()).replaceFirst(" and ", "");
        return """
                 and (%s or not exists (select 1 from assignment muting join scope at on at.id = muting.scope_id
                where muting.person_id = :accessPerson and muting.ended_at is null and at.root_id = reached.root_id
                and muting.role in (%s)))""".formatted(on, names(mute.holders()));
    }

    private static String names(Collection<? extends Enum<?>> words) {
        return words.stream().map(word -> "'" + word.name() + "'").sorted().collect(Collectors.joining(", "));
    }

    private record Asked(Operation operation, String alias, boolean each, boolean operator, boolean viaToken) {}

    private record When(Set<ScopeKind> at, Condition condition, String unmuted) {}
}
