package io.factuur.usage.in;

import io.factuur.usage.ImportFigures;
import io.factuur.usage.ImportMode;
import io.factuur.usage.ImportRequest;
import io.factuur.usage.ImportState;
import io.factuur.usage.Sentence;
import io.factuur.usage.UsageImport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The stored imports. Asks nobody's leave: only for this room, whose services do. */
@Component
public class ImportStore {

    private static final String SELECT = "select * from usage_import";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ImportStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @param kept where the file is kept, under the data folder; null for a stream that is read at once */
    @Transactional
    public long start(ImportRequest request, String actor, @Nullable KeptFile kept) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into usage_import (file_name, state, imported_by, started_at, seen_at, mode, keep_good_rows,
                    dry_run, language, source_path, bytes_total)
                values (:name, :state, :actor, :now, :now, :mode, :keep, :dry, :language, :path, :bytes)
                """)
                .param("name", request.fileName())
                .param("state", (kept == null ? ImportState.RUNNING : ImportState.QUEUED).name())
                .param("actor", actor)
                .param("now", now())
                .param("mode", request.mode().name())
                .param("keep", request.keepGoodRows())
                .param("dry", request.dryRun())
                .param("language", request.locale().toLanguageTag())
                .param("path", kept == null ? null : kept.path())
                .param("bytes", kept == null ? null : kept.size())
                .update(key, "id");
        return Objects.requireNonNull(key.getKeyAs(Long.class));
    }

    /** Notes how far a running import is; false when it has been cancelled. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    boolean pulse(long id, long rowsRead, long bytesRead) {
        return jdbc.sql("""
                update usage_import set rows_read = :rows, bytes_read = :bytes, seen_at = :now
                where id = :id and state = 'RUNNING'
                """)
                        .param("rows", rowsRead)
                        .param("bytes", bytesRead)
                        .param("now", now())
                        .param("id", id)
                        .update()
                == 1;
    }

    void recognised(long id, String format) {
        jdbc.sql("update usage_import set format = :format where id = :id")
                .param("format", format)
                .param("id", id)
                .update();
    }

    /** Moves an import on, unless it is no longer where it was thought to be. */
    @Transactional
    boolean move(long id, ImportState from, ImportState to) {
        return jdbc.sql("update usage_import set state = :to, seen_at = :now where id = :id and state = :from")
                        .param("to", to.name())
                        .param("now", now())
                        .param("id", id)
                        .param("from", from.name())
                        .update()
                == 1;
    }

    /** Ends a running import; false when it was no longer running. */
    @Transactional
    public boolean finish(long id, ImportState state, ImportTally tally) {
        return jdbc.sql("""
                update usage_import set state = :state, finished_at = :now, seen_at = :now, sha256 = :sha,
                    rows_read = :read, rows_accepted = :accepted, rows_rejected = :rejected, bytes_read = :bytes,
                    first_row_id = coalesce(:first, first_row_id),
                    last_row_id = coalesce(:last, last_row_id), billed_cost = :cost, outcome = :outcome,
                    sentence = :sentence, duplicate_of = :duplicate
                where id = :id and state = 'RUNNING'
                """)
                        .param("state", state.name())
                        .param("now", now())
                        .param("sha", tally.sha256())
                        .param("read", tally.read())
                        .param("accepted", tally.accepted())
                        .param("rejected", tally.rejected())
                        .param("bytes", tally.bytes())
                        .param("first", tally.firstRowId())
                        .param("last", tally.lastRowId())
                        .param("cost", json.writeValueAsString(tally.figures().billedCost()))
                        .param("outcome", json.writeValueAsString(tally.figures()))
                        .param("sentence", tally.sentence() == null ? null : json.writeValueAsString(tally.sentence()))
                        .param("duplicate", tally.duplicateOf())
                        .param("id", id)
                        .update()
                == 1;
    }

    public Optional<UsageImport> find(long id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    UsageImport get(long id) {
        return find(id).orElseThrow();
    }

    /** The last import of a file that is kept. */
    Optional<UsageImport> ofFile(String path) {
        return jdbc.sql(SELECT + " where source_path = :path order by id desc fetch first 1 row only")
                .param("path", path)
                .query(this::read)
                .optional();
    }

    /** Where the file of an import is kept, if it is. */
    public Optional<String> keptAt(long id) {
        return jdbc.sql("select source_path from usage_import where id = :id and source_path is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** The newest first. */
    public List<UsageImport> newest(long beforeId, int limit) {
        return jdbc.sql(SELECT + " where id < :before order by id desc fetch first :limit rows only")
                .param("before", beforeId)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    public List<UsageImport> newestFrom(long offset, int limit) {
        return jdbc.sql(SELECT + " order by id desc offset :offset rows fetch first :limit rows only")
                .param("offset", offset)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    public long count() {
        return jdbc.sql("select count(*) from usage_import").query(Long.class).single();
    }

    /** The next one to be read in the background. */
    Optional<Long> queued() {
        return jdbc.sql("select min(id) from usage_import where state = 'QUEUED' having min(id) is not null")
                .query(Long.class)
                .optional();
    }

    /** What an import was asked to do, to be done now or again. */
    ImportOrder order(long id) {
        UsageImport known = get(id);
        Locale locale = Locale.forLanguageTag(jdbc.sql("select language from usage_import where id = :id")
                .param("id", id)
                .query(String.class)
                .single());
        return new ImportOrder(
                id,
                new ImportRequest(known.fileName(), known.mode(), known.keepGoodRows(), known.dryRun(), locale),
                known.importedBy());
    }

    /** The process that runs these is alive. */
    void seen(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("update usage_import set seen_at = :now where id in (:ids)")
                    .param("now", now())
                    .param("ids", ids)
                    .update();
        }
    }

    /** @return false when it is over or was never there */
    @Transactional
    public boolean cancel(long id) {
        return jdbc.sql("""
                update usage_import set state = 'CANCELLED', finished_at = :now
                where id = :id and state in ('QUEUED', 'RUNNING')
                """).param("now", now()).param("id", id).update() == 1;
    }

    /** Imports that nobody runs any more: their process has not been heard of since. */
    List<Long> orphans(Instant since) {
        return jdbc.sql("select id from usage_import where state = 'RUNNING' and seen_at < :since order by id")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list();
    }

    /** A live import of the same bytes. */
    List<Long> withSha256(String sha256, long except) {
        return jdbc.sql("select id from usage_import where sha256 = :sha and state = 'LIVE' and id <> :id order by id")
                .param("sha", sha256)
                .param("id", except)
                .query(Long.class)
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private UsageImport read(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        String sentence = row.getString("sentence");
        return new UsageImport(
                row.getLong("id"),
                row.getString("file_name"),
                row.getString("format"),
                ImportState.valueOf(row.getString("state")),
                ImportMode.valueOf(row.getString("mode")),
                row.getBoolean("keep_good_rows"),
                row.getBoolean("dry_run"),
                row.getString("imported_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row, "finished_at"),
                row.getLong("rows_read"),
                row.getLong("rows_accepted"),
                row.getLong("rows_rejected"),
                row.getLong("bytes_read"),
                row.getObject("bytes_total", Long.class),
                row.getObject("duplicate_of", Long.class),
                outcome == null ? ImportFigures.NONE : json.readValue(outcome, ImportFigures.class),
                sentence == null ? null : json.readValue(sentence, Sentence.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
