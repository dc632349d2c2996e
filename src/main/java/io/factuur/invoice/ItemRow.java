package io.factuur.invoice;

import io.factuur.agreement.Agreement.InvoiceDetail;
import io.factuur.usage.ColumnName;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A usage row as an invoice lists it. Names are found where "Download csv" finds them, so that both say the same. */
final class ItemRow {

    /** In the order in which they are read. */
    static final String COLUMNS = String.join(", r.", List.of("""
            delivery_id scope_id cost service_name service_category publisher_name charge_category sku_price_id sku_id
            charge_description sku_meter pricing_unit consumed_unit pricing_quantity consumed_quantity
            contracted_unit_price list_unit_price list_cost service_subcategory region_name billing_currency
            pricing_currency pricing_currency_contracted_unit_price extra""".split("\\s+")));

    private static final List<String> NAMES = List.of(COLUMNS.split(", r\\."));
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}(\\.\\d{1,30})?");
    private static final int LONG = 300;
    private static final int SHORT = 100;

    private final JsonMapper json;
    private final @Nullable String[] cells = new String[NAMES.size()];
    private String lastExtra = "";
    private Map<String, String> extras = Map.of();

    ItemRow(JsonMapper json) {
        this.json = json;
    }

    /** What of a row is one item with others of it. */
    record Key(
            long scopeId,
            String service,
            String category,
            String publisher,
            String charge,
            Product product,
            @Nullable BigDecimal price,
            @Nullable String priceCurrency) {}

    ItemRow read(ResultSet row) throws SQLException {
        for (int i = 0; i < cells.length; i++) {
            cells[i] = row.getString(i + 1);
        }
        return this;
    }

    long deliveryId() {
        return Long.parseLong(text("delivery_id"));
    }

    BigDecimal cost() {
        return new BigDecimal(text("cost"));
    }

    Key key(InvoiceDetail detail) {
        boolean priced = detail != InvoiceDetail.METERS;
        String foreign = detail == InvoiceDetail.ORDERS ? foreignCurrency() : null;
        BigDecimal price = foreign == null ? price() : number(text("pricing_currency_contracted_unit_price"));
        return new Key(
                Long.parseLong(text("scope_id")),
                Product.cut(text("service_name"), LONG),
                Product.cut(text("service_category"), LONG),
                Product.cut(text("publisher_name"), LONG),
                Product.cut(text("charge_category"), SHORT),
                product(detail),
                priced && price != null ? price.stripTrailingZeros() : null,
                foreign);
    }

    private Product product(InvoiceDetail detail) {
        return switch (detail) {
            case PRODUCTS -> described("");
            case ORDERS -> described(Objects.requireNonNullElse(extra("productordername", "xskuordername"), ""));
            case METERS ->
                new Product(
                        first(extra("metercategory", "xskumetercategory"), cell("service_name")),
                        "",
                        first(extra("metername", "xskumetername"), cell("sku_meter"), cell("charge_description")),
                        first(extra("metersubcategory", "xskumetersubcategory"), cell("service_subcategory")),
                        first(extra("meterregion", "xskuregion"), cell("region_name")),
                        first(
                                extra("unitofmeasure", "xpricingunitdescription"),
                                cell("consumed_unit"),
                                cell("pricing_unit")));
        };
    }

    private Product described(String order) {
        return new Product(
                order,
                first(cell("sku_price_id"), cell("sku_id")),
                first(cell("charge_description"), cell("sku_meter")),
                "",
                "",
                first(cell("pricing_unit"), cell("consumed_unit")));
    }

    @Nullable
    BigDecimal quantity(InvoiceDetail detail) {
        String one = cell("pricing_quantity");
        String other = cell("consumed_quantity");
        return number(detail == InvoiceDetail.METERS ? first(other, one) : first(one, other));
    }

    /** A unit's price in the currency of the bill. */
    @Nullable
    BigDecimal price() {
        return number(first(cell("contracted_unit_price"), cell("list_unit_price")));
    }

    @Nullable
    BigDecimal listCost() {
        return number(text("list_cost"));
    }

    /** The currency of the price where it is not the bill's, and the price is known in it. */
    private @Nullable String foreignCurrency() {
        String currency = cell("pricing_currency");
        return currency == null
                        || currency.equals(cell("billing_currency"))
                        || number(text("pricing_currency_contracted_unit_price")) == null
                ? null
                : currency;
    }

    private @Nullable String extra(String name, String other) {
        String given = text("extra");
        if (!given.equals(lastExtra)) {
            Map<String, String> read = new HashMap<>();
            if (!given.isBlank()) {
                json.readTree(given)
                        .properties()
                        .forEach(member -> read.put(
                                ColumnName.key(member.getKey()),
                                member.getValue().asString("")));
            }
            extras = read;
            lastExtra = given;
        }
        String found = extras.getOrDefault(name, extras.get(other));
        return found == null || found.isBlank() ? null : found;
    }

    private static String first(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null) {
                return text;
            }
        }
        return "";
    }

    private static @Nullable BigDecimal number(String text) {
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    private String text(String column) {
        return Objects.requireNonNullElse(cell(column), "");
    }

    private @Nullable String cell(String column) {
        return cells[NAMES.indexOf(column)];
    }
}
