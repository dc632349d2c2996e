package io.factuur.security;

import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.shared.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who can sign in, for the operator: who they are, when they came last, whether they may. */
@Service
public class PeopleDirectory {

    private static final Map<String, String> SORTS = Map.of(
            "displayName", "lower(p.display_name)",
            "username", "lower(p.username)",
            "email", "p.email",
            "lastSignInAt", "p.last_sign_in_at",
            "createdAt", "p.created_at");

    private final JdbcClient jdbc;
    private final Operators operators;
    private final PeopleNow now;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PeopleDirectory(
            JdbcClient jdbc,
            Operators operators,
            PeopleNow now,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.operators = operators;
        this.now = now;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Whether somebody can come in. */
    public enum State {
        ACTIVE,
        /** Has not chosen a password yet. */
        INVITED,
        DISABLED;

        public String labelKey() {
            return "people.state." + name();
        }
    }

    public record Entry(
            long id,
            String username,
            String displayName,
            String email,
            boolean operator,
            boolean disabled,
            boolean hasPassword,
            Instant createdAt,
            @Nullable Instant lastSignInAt) {

        public State state() {
            return disabled ? State.DISABLED : hasPassword || lastSignInAt != null ? State.ACTIVE : State.INVITED;
        }
    }

    @Transactional(readOnly = true)
    public List<Entry> page(String text, Pageable page, Person person) {
        operators.require("people.list", person);
        return matching(
                        "select p.*, p.password_hash is not null as has_password",
                        text,
                        order(page.getSort()) + " offset :offset rows fetch next :limit rows only")
                .param("offset", page.getOffset())
                .param("limit", page.getPageSize())
                .query(Entry.class)
                .list();
    }

    @Transactional(readOnly = true)
    public int count(String text, Person person) {
        operators.require("people.list", person);
        return matching("select count(*)", text, "").query(Integer.class).single();
    }

    /** Whether somebody but operators has been invited. */
    @Transactional(readOnly = true)
    public boolean anyCustomer(Person person) {
        operators.require("people.any", person);
        return !jdbc.sql("select id from person where not operator fetch first 1 row only")
                .query(Long.class)
                .list()
                .isEmpty();
    }

    /** From this moment: sessions end, tokens stop, and work that waits is not done any more. */
    @Transactional
    public void disable(long id, Person person) {
        operators.require("people.disable", person);
        if (id == person.id()) {
            throw Problem.conflict("problem.people.oneself");
        }
        requireAnotherOperator(id);
        change(id, "disabled = true, disabled_at = :now", "people.disable", person);
    }

    @Transactional
    public void enable(long id, Person person) {
        operators.require("people.enable", person);
        change(id, "disabled = false, disabled_at = :none", "people.enable", person);
        events.publishEvent(new PersonEnabled(id));
    }

    /** Makes somebody operator, or takes that away. */
    @Transactional
    public void setOperator(long id, boolean operator, Person person) {
        operators.require("people.operator", person);
        if (!operator) {
            requireAnotherOperator(id);
        }
        change(
                id,
                operator ? "operator = true" : "operator = false",
                operator ? "people.operator.give" : "people.operator.take",
                person);
    }

    private void requireAnotherOperator(long id) {
        List<Long> operators = jdbc.sql("select id from person where operator and not disabled for update")
                .query(Long.class)
                .list();
        if (operators.equals(List.of(id))) {
            throw Problem.conflict("problem.people.last-operator");
        }
    }

    private void change(long id, String what, String action, Person person) {
        String username = jdbc.sql("select username from person where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(Problem::notFound);
        jdbc.sql("update person set version = version + 1, " + what + " where id = :id")
                .param("id", id)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("none", null)
                .update();
        audit.record(AuditEvent.done(person.username(), action, null, username));
        now.forget(id);
    }

    private StatementSpec matching(String select, String text, String rest) {
        String like = text.isBlank() ? "" : """
                 where lower(p.display_name) like :text escape '!' or lower(p.username) like :text escape '!'
                or p.email like :text escape '!'""";
        StatementSpec sql = jdbc.sql(select + " from person p" + like + rest);
        return like.isEmpty()
                ? sql
                : sql.param("text", "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%");
    }

    private static String order(Sort sort) {
        StringBuilder order = new StringBuilder(" order by ");
        for (Sort.Order by : sort) {
            String column = SORTS.get(by.getProperty());
            if (column != null) {
                order.append(column)
                        .append(by.isAscending() ? "" : " desc nulls last")
                        .append(", ");
            }
        }
        return order.append(sort.isSorted() ? "p.id" : "lower(p.display_name), p.id")
                .toString();
    }
}
