package io.factuur.access;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Condition;
import io.factuur.agreement.Mute;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.security.Person;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads how somebody stands towards a scope, fresh from the database each time. */
@Repository
class Standings {

    /** True for a subscription whose invoices the switch "Access to invoice" never opens. */
    static String keepsInvoices(String alias) {
        return """
                exists (select 1 from scope_properties sold where sold.scope_id = %s.id
                and (sold.sovereign_cloud or sold.offer = 'SUPPORT_PLAN'))""".formatted(alias);
    }

    private final JdbcClient jdbc;

    Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Empty when there is no such scope. One that is not there costs the same questions as one where the person holds
     * nothing, so that the time an answer takes does not tell the two apart.
     */
    Optional<Standing> find(long scopeId, Person person) {
        return find(scopeId, place(scopeId), person);
    }

    /** As {@link #find(long, Person)}, where somebody has just looked up the place. */
    Optional<Standing> find(long scopeId, Optional<Place> there, Person person) {
        Self self = self(person);
        List<Held> held = held(scopeId, person);
        return there.map(place -> new Standing(
                scopeId,
                place.name(),
                place.agreement(),
                place.kind(),
                place.on(),
                !place.keepsInvoices(),
                held,
                held.isEmpty() ? Set.of() : inAccount(place, person),
                self.active(),
                self.operator(),
                person.viaToken()));
    }

    Optional<Place> place(long scopeId) {
        return jdbc.sql("""
                select s.id, s.name, s.root_id, s.agreement, s.kind, s.access_to_invoice, root.invoice_download,
                root.department_admin_view_charges, root.account_owner_view_charges, %s as keeps_invoices
                from scope s join scope root on root.id = s.root_id where s.id = :id
                """.formatted(keepsInvoices("s")))
                .param("id", scopeId)
                .query(Place.class)
                .optional();
    }

    private Self self(Person person) {
        return person.isHouse()
                ? new Self(true, false)
                : jdbc.sql("select operator, disabled from person where id = :id")
                        .param("id", person.id())
                        .query(Self.class)
                        .optional()
                        .orElse(new Self(false, true));
    }

    private List<Held> held(long scopeId, Person person) {
        return jdbc.sql("""
                select g.role, at.id as scope_id, at.name as scope_name, at.kind
                from scope_ancestor up
                join assignment g on g.scope_id = up.ancestor_id and g.person_id = :person and g.ended_at is null
                join scope at on at.id = up.ancestor_id
                where up.scope_id = :scope order by up.distance, g.id
                """)
                .param("person", person.id())
                .param("scope", scopeId)
                .query(Held.class)
                .list();
    }

    private Set<Role> inAccount(Place place, Person person) {
        Set<Role> silencing = EnumSet.noneOf(Role.class);
        place.agreement().terms().mutes().stream().map(Mute::holders).forEach(silencing::addAll);
        Set<Role> found = EnumSet.noneOf(Role.class);
        if (!silencing.isEmpty()) {
            found.addAll(jdbc.sql("""
                            select distinct g.role from assignment g join scope at on at.id = g.scope_id
                            where g.person_id = :person and g.ended_at is null and at.root_id = :root
                            and g.role in (:roles)
                            """)
                    .param("person", person.id())
                    .param("root", place.rootId())
                    .param("roles", silencing.stream().map(Role::name).toList())
                    .query(Role.class)
                    .list());
        }
        return found;
    }

    private record Self(boolean operator, boolean disabled) {

        boolean active() {
            return !disabled;
        }
    }

    record Place(
            long id,
            String name,
            long rootId,
            AgreementType agreement,
            ScopeKind kind,
            boolean accessToInvoice,
            boolean invoiceDownload,
            boolean departmentAdminViewCharges,
            boolean accountOwnerViewCharges,
            boolean keepsInvoices) {

        Set<Condition> on() {
            Set<Condition> on = EnumSet.noneOf(Condition.class);
            add(on, accessToInvoice, Condition.ACCESS_TO_INVOICE);
            add(on, invoiceDownload, Condition.INVOICE_DOWNLOAD);
            add(on, departmentAdminViewCharges, Condition.DEPARTMENT_ADMIN_VIEW_CHARGES);
            add(on, accountOwnerViewCharges, Condition.ACCOUNT_OWNER_VIEW_CHARGES);
            return on;
        }

        private static void add(Set<Condition> on, boolean is, Condition condition) {
            if (is) {
                on.add(condition);
            }
        }
    }
}
