package io.factuur.access;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Condition;
import io.factuur.agreement.Mute;
import io.factuur.agreement.Role;
import io.factuur.agreement.ScopeKind;
import io.factuur.security.Person;
import io.factuur.shared.Columns;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads how somebody stands towards a scope, fresh from the database each time but for the parts of one page. */
@Repository
class Standings {

    /** True for a subscription whose invoices the switch "Access to invoice" never opens. */
    static String keepsInvoices(String alias) {
        return """
                exists (select 1 from scope_properties sold where sold.scope_id = %s.id
                and (sold.sovereign_cloud or sold.offer = 'SUPPORT_PLAN'))""".formatted(alias);
    }

    /** In the order in which it is read. */
    private static final String PLACE = """
            s.id, s.name, s.root_id, s.agreement, s.kind, s.access_to_invoice, root.invoice_download,
            root.department_admin_view_charges, root.account_owner_view_charges, %s""".formatted(keepsInvoices("s"));

    private final JdbcClient jdbc;
    private final PageLook look;

    Standings(JdbcClient jdbc, PageLook look) {
        this.jdbc = jdbc;
        this.look = look;
    }

    /**
     * Empty when there is no such scope. One that is not there costs the same question as one where the person holds
     * nothing, so that the time an answer takes does not tell the two apart.
     */
    Optional<Standing> find(long scopeId, Person person) {
        return look.of(scopeId, person, () -> ask(scopeId, person));
    }

    private Optional<Standing> ask(long scopeId, Person person) {
        List<Rung> ladder = ladder(scopeId, person);
        return ladder.stream().findFirst().map(rung -> {
            Place place = rung.place();
            List<Held> held =
                    ladder.stream().map(Rung::held).filter(Objects::nonNull).toList();
            return new Standing(
                    scopeId,
                    place.name(),
                    place.agreement(),
                    place.kind(),
                    place.on(),
                    !place.keepsInvoices(),
                    held,
                    held.isEmpty() ? Set.of() : inAccount(place, person),
                    person.isHouse() || rung.active(),
                    person.isHouse() || rung.operator(),
                    person.viaToken());
        });
    }

    Optional<Place> place(long scopeId) {
        return jdbc.sql("select " + PLACE + " from scope s join scope root on root.id = s.root_id where s.id = :id")
                .param("id", scopeId)
                .query((row, no) -> place(new Columns(row)))
                .optional();
    }

    /** All in one question: it is asked with every request. */
    private List<Rung> ladder(long scopeId, Person person) {
        return jdbc.sql("select " + PLACE + """
                , not coalesce(me.disabled, true), coalesce(me.operator, false), g.role, at.id, at.name, at.kind
                from scope s join scope root on root.id = s.root_id join scope_ancestor up on up.scope_id = s.id
                left join person me on me.id = :person
                left join assignment g on g.scope_id = up.ancestor_id and g.person_id = :person and g.ended_at is null
                left join scope at on at.id = g.scope_id
                where s.id = :scope order by up.distance, g.id
                """)
                .param("person", person.id())
                .param("scope", scopeId)
                .query((row, no) -> rung(new Columns(row)))
                .list();
    }

    private static Rung rung(Columns next) throws SQLException {
        return new Rung(place(next), next.flag(), next.flag(), held(next));
    }

    private static @Nullable Held held(Columns next) throws SQLException {
        String role = next.textOrNull();
        return role == null
                ? null
                : new Held(Role.valueOf(role), next.number(), next.text(), next.word(ScopeKind.class));
    }

    private static Place place(Columns next) throws SQLException {
        return new Place(
                next.number(),
                next.text(),
                next.number(),
                next.word(AgreementType.class),
                next.word(ScopeKind.class),
                next.flag(),
                next.flag(),
                next.flag(),
                next.flag(),
                next.flag());
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

    /** A scope from the one in question upwards, with a role held there, if any. */
    private record Rung(
            Place place,
            boolean active,
            boolean operator,
            @Nullable Held held) {}

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
