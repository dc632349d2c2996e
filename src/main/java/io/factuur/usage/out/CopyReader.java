package io.factuur.usage.out;

import io.factuur.usage.InvoiceNumbers.Issued;
import io.factuur.usage.InvoiceNumbers.Publishers;
import io.factuur.usage.out.Source.Always;
import io.factuur.usage.out.Source.First;
import io.factuur.usage.out.Source.InvoiceNumber;
import io.factuur.usage.out.Source.Nothing;
import io.factuur.usage.out.Source.Stored;
import io.factuur.usage.out.Source.Unknown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Lets PostgreSQL write the lines: COPY … TO STDOUT, more than twice as fast as reading the rows. */
final class CopyReader implements LineReader {

    private static final int LONGEST_IDENTIFIER = 63;
    private static final int MOST_COLUMNS = 1_000;
    private static final int MOST_INVOICES = 200;

    private final DataSource database;
    private final String select;

    private CopyReader(DataSource database, String select) {
        this.database = database;
        this.select = select;
    }

    /** Empty where a column needs more than SQL says easily. */
    static Optional<LineReader> of(DataSource database, List<Column> columns, Selection selection) {
        if (columns.size() > MOST_COLUMNS || selection.invoices().size() > MOST_INVOICES) {
            return Optional.empty();
        }
        StringJoiner list = new StringJoiner(", ", "select ", " from usage_row r");
        List<String> unknown = new ArrayList<>();
        for (Column column : columns) {
            String sql = sql(column.source(), selection, unknown);
            if (sql == null) {
                return Optional.empty();
            }
            list.add(sql);
        }
        String joined = unknown.isEmpty()
                ? ""
                : " left join lateral json_to_record(r.extra::json) as x(" + String.join(", ", unknown) + ") on true";
        return Optional.of(new CopyReader(database, list + joined));
    }

    private static @Nullable String sql(Source source, Selection selection, List<String> unknown) {
        return switch (source) {
            case Stored(String column) -> "r." + column;
            case Unknown(String name) -> {
                if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_IDENTIFIER) {
                    yield "r.extra::json ->> " + quoted(name, '\'');
                }
                unknown.add(quoted(name, '"') + " text");
                yield "x." + quoted(name, '"');
            }
            case InvoiceNumber() -> invoice(selection.invoices());
            case First(List<Source> sources) -> {
                StringJoiner first = new StringJoiner(", ", "coalesce(", ")");
                for (Source each : sources) {
                    String sql = sql(each, selection, unknown);
                    if (sql == null) {
                        yield null;
                    }
                    first.add(each instanceof Always ? sql : "nullif(" + sql + ", '')");
                }
                yield first.toString();
            }
            case Always(String text) -> Rule.literal(text);
            case Nothing _ -> "null";
            case Rule rule -> rule.sql(inner -> sql(inner, selection, unknown));
            default -> null;
        };
    }

    private static String invoice(Map<Long, List<Issued>> invoices) {
        if (invoices.isEmpty()) {
            return "null::text";
        }
        StringBuilder cases = new StringBuilder("case");
        invoices.forEach((delivery, issued) -> issued.forEach(invoice -> cases.append(" when r.delivery_id = ")
                .append(delivery)
                .append(has(invoice.publishers()))
                .append(" then ")
                .append(quoted(invoice.number(), '\''))));
        return cases.append(" end").toString();
    }

    private static String has(Publishers publishers) {
        if (publishers.names().isEmpty()) {
            return publishers.allBut() ? "" : " and false";
        }
        StringJoiner names = new StringJoiner(", ", "(", ")");
        publishers.names().forEach(name -> names.add(Rule.literal(name)));
        return " and lower(coalesce(r.publisher_name, ''))" + (publishers.allBut() ? " not in " : " in ") + names;
    }

    private static String quoted(String text, char quote) {
        String twice = String.valueOf(quote) + quote;
        return quote + text.replace(String.valueOf(quote), twice) + quote;
    }

    @Override
    public long read(RowRange window, CsvBytes to) throws IOException {
        try (Connection connection = database.getConnection()) {
            CopyOut copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + select + window.where() + " order by r.id) to stdout (format csv)");
            for (byte[] line = copy.readFromCopy(); line != null; line = copy.readFromCopy()) {
                to.write(line, 0, line.length);
            }
            return copy.getHandledRowCount();
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }
}
