package io.factuur.usage.out;

import io.factuur.usage.Dialect;
import io.factuur.usage.InvoiceNumbers.Issued;
import io.factuur.usage.InvoiceNumbers.Publishers;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The last rows of an invoice's file: what rounding added, so that the file adds up to the invoice to the last digit. */
@Repository
class RoundingRows {

    /** Who billed whom is taken from the first row that stands on the same invoice. */
    private static final List<String> PARTIES = List.of(
            "billing_account_id",
            "billing_account_name",
            "billing_account_type",
            "billing_currency",
            "invoice_issuer_name",
            "provider_name",
            "publisher_name",
            "scope_id",
            "delivery_id");

    private final JdbcClient jdbc;

    RoundingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Block of(List<Column> columns, Selection selection, Dialect dialect) {
        Texts texts = new Texts(dialect);
        return lines -> selection.roundings().forEach(rounding -> {
            Row row = row(columns, selection, rounding.delivery(), rounding.invoice());
            for (int i = 0; i < columns.size(); i++) {
                if (i > 0) {
                    lines.separator();
                }
                Column column = columns.get(i);
                lines.field(texts.write(column.source().of(row), column.kind()));
            }
            lines.endLine();
        });
    }

    private Row row(List<Column> columns, Selection selection, Delivery delivery, Issued invoice) {
        Row row = new Row(RowQuery.stored(columns.stream().map(Column::source).toList()), selection);
        Publishers publishers = invoice.publishers();
        jdbc.sql("select " + String.join(", ", PARTIES) + """
                         from usage_row where id between :first and :last and delivery_id = :delivery
                        and (:any or (lower(coalesce(publisher_name, '')) in (:names)) <> :all_but)
                        order by id fetch first 1 row only""")
                .param("any", publishers.names().isEmpty())
                .param("names", publishers.names().isEmpty() ? Set.of("") : publishers.names())
                .param("all_but", publishers.allBut())
                .param("first", delivery.firstRowId())
                .param("last", delivery.lastRowId())
                .param("delivery", delivery.id())
                .query(found -> {
                    for (String party : PARTIES) {
                        row.put(party, found.getString(party));
                    }
                });
        String amount = invoice.roundingAdjustment().stripTrailingZeros().toPlainString();
        for (String cost : List.of("billed_cost", "contracted_cost", "effective_cost", "list_cost")) {
            row.put(cost, amount);
        }
        for (String period : List.of("billing_period", "charge_period")) {
            row.put(period + "_start", instant(delivery.periodStart()));
            row.put(period + "_end", instant(delivery.periodEnd()));
        }
        row.put("charge_day", delivery.periodEnd().minusDays(1).toString());
        row.put("charge_category", "Adjustment");
        row.put("charge_frequency", "One-Time");
        row.put("charge_description", "Rounding adjustment");
        row.put("service_category", "Other");
        row.put("service_name", "Rounding adjustment");
        return row;
    }

    private static String instant(LocalDate day) {
        return day + "T00:00:00Z";
    }
}
