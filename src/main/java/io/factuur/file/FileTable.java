package io.factuur.file;

import io.factuur.security.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The orders as stored. */
@Repository
class FileTable {

    private static final String SELECT = """
            select f.*, s.plain_size, s.sha256 from prepared_file f left join stored_file s on s.id = f.stored_file_id
            """;

    private static final TypeReference<Map<String, String>> FIGURES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    FileTable(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @param stored what there is already; null when it is to be made */
    long insert(
            String kind,
            String order,
            FilePlan plan,
            Person person,
            @Nullable StoredFile stored,
            @Nullable Instant expiresAt) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into prepared_file (person_id, via_token, kind, order_json, name, title, fingerprint, state,
                    rows_total, rows_done, asked_at, finished_at, expires_at, stored_file_id, figures)
                values (:person, :token, :kind, :order, :name, :title, :fingerprint, :state,
                    :rows, :done, :now, :finished, :expires, :stored, :figures)
                """)
                .param("person", person.id())
                .param("token", person.viaToken())
                .param("kind", kind)
                .param("order", order)
                .param("name", plan.name())
                .param("title", plan.title())
                .param("fingerprint", plan.fingerprint())
                .param("state", (stored == null ? FileState.WAITING : FileState.READY).name())
                .param("rows", plan.rows())
                .param("done", stored == null ? 0 : plan.rows())
                .param("now", now())
                .param("finished", stored == null ? null : now())
                .param("expires", utc(expiresAt))
                .param("stored", stored == null ? null : stored.id())
                .param("figures", json.writeValueAsString(plan.figures()))
                .update(key, "id");
        return Objects.requireNonNull(key.getKeyAs(Long.class));
    }

    Optional<PreparedFile> find(long id, Person owner) {
        return jdbc.sql(SELECT + " where f.id = :id and f.person_id = :person")
                .param("id", id)
                .param("person", owner.id())
                .query(this::read)
                .optional();
    }

    /** The same file, ordered by the same person and not there yet. */
    Optional<Long> underWay(String fingerprint, Person person) {
        return jdbc.sql("""
                select id from prepared_file where person_id = :person and fingerprint = :fingerprint
                and state in ('WAITING', 'RUNNING') order by id fetch first 1 row only
                """)
                .param("person", person.id())
                .param("fingerprint", fingerprint)
                .query(Long.class)
                .optional();
    }

    int countUnderWay(Person person) {
        return jdbc.sql(
                        "select count(*) from prepared_file where person_id = :person and state in ('WAITING', 'RUNNING')")
                .param("person", person.id())
                .query(Integer.class)
                .single();
    }

    /** Files that are there and have not been fetched. */
    int countWaiting(Person person) {
        return jdbc.sql("""
                select count(*) from prepared_file
                where person_id = :person and state = 'READY' and downloaded_at is null and expires_at > :now
                """)
                .param("person", person.id())
                .param("now", now())
                .query(Integer.class)
                .single();
    }

    boolean anyUnderWay(Person person) {
        return jdbc.sql(
                                "select count(*) from prepared_file where person_id = :person and state in ('WAITING', 'RUNNING')")
                        .param("person", person.id())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The newest first. */
    List<PreparedFile> list(Person person, long beforeId, long offset, int limit) {
        return jdbc.sql(SELECT + """
                 where f.person_id = :person and f.id < :before
                order by f.id desc offset :offset rows fetch first :limit rows only
                """)
                .param("person", person.id())
                .param("before", beforeId)
                .param("offset", offset)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    Optional<Order> order(long id) {
        return jdbc.sql("""
                select f.kind, f.order_json, f.via_token, f.stored_file_id, p.id as person_id, p.username, p.disabled
                from prepared_file f join person p on p.id = f.person_id where f.id = :id
                """).param("id", id).query(Order.class).optional();
    }

    /** Begins it, or begins it again after a restart; false when nobody wants it any more. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    boolean start(long id) {
        return jdbc.sql("""
                update prepared_file set state = 'RUNNING', started_at = :now, rows_done = 0
                where id = :id and state in ('WAITING', 'RUNNING')
                """).param("now", now()).param("id", id).update() == 1;
    }

    /** Notes how far it is; false when it has been cancelled. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    boolean progress(long id, long rows) {
        return jdbc.sql("update prepared_file set rows_done = :rows where id = :id and state = 'RUNNING'")
                        .param("rows", rows)
                        .param("id", id)
                        .update()
                == 1;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    boolean ready(long id, FilePlan plan, StoredFile stored, Duration keep) {
        return jdbc.sql("""
                update prepared_file set state = 'READY', finished_at = :now, expires_at = :expires, name = :name,
                    title = :title, fingerprint = :fingerprint, rows_total = :rows, rows_done = :rows,
                    stored_file_id = :stored, figures = :figures
                where id = :id and state = 'RUNNING'
                """)
                        .param("now", now())
                        .param("expires", utc(clock.instant().plus(keep)))
                        .param("name", plan.name())
                        .param("title", plan.title())
                        .param("fingerprint", plan.fingerprint())
                        .param("rows", plan.rows())
                        .param("stored", stored.id())
                        .param("figures", json.writeValueAsString(plan.figures()))
                        .param("id", id)
                        .update()
                == 1;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void failed(long id, String problem) {
        jdbc.sql("""
                update prepared_file set state = 'FAILED', finished_at = :now, problem = :problem
                where id = :id and state = 'RUNNING'
                """)
                .param("now", now())
                .param("problem", problem)
                .param("id", id)
                .update();
    }

    /** Puts it back into the queue, for a house that is shutting down. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void waitAgain(long id) {
        jdbc.sql("update prepared_file set state = 'WAITING', rows_done = 0 where id = :id and state = 'RUNNING'")
                .param("id", id)
                .update();
    }

    boolean cancel(long id) {
        return jdbc.sql("""
                update prepared_file set state = 'CANCELLED', finished_at = :now
                where id = :id and state in ('WAITING', 'RUNNING')
                """).param("now", now()).param("id", id).update() == 1;
    }

    void delete(long id) {
        jdbc.sql("delete from prepared_file where id = :id").param("id", id).update();
    }

    void downloaded(long id) {
        jdbc.sql("update prepared_file set downloaded_at = :now where id = :id and downloaded_at is null")
                .param("now", now())
                .param("id", id)
                .update();
    }

    int expire() {
        return jdbc.sql("""
                update prepared_file set state = 'EXPIRED', stored_file_id = null
                where state = 'READY' and expires_at <= :now
                """).param("now", now()).update();
    }

    private PreparedFile read(ResultSet row, int number) throws SQLException {
        return new PreparedFile(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("title"),
                FileState.valueOf(row.getString("state")),
                row.getLong("rows_total"),
                row.getLong("rows_done"),
                Objects.requireNonNull(instant(row, "asked_at")),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                instant(row, "expires_at"),
                row.getObject("plain_size", Long.class),
                row.getString("sha256"),
                json.readValue(row.getString("figures"), FIGURES),
                row.getString("problem"),
                row.getObject("downloaded_at") != null);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** What a job needs to know. */
    record Order(
            String kind,
            String orderJson,
            boolean viaToken,
            @Nullable Long storedFileId,
            long personId,
            String username,
            boolean disabled) {}
}
