package io.factuur.invoice;

import io.factuur.security.Person;
import io.factuur.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The parts of one invoice, each for whoever may see it. */
@Service
public class InvoiceParts {

    private static final String OF_LINE = """
            from usage_delivery d join usage_import f on f.id = d.import_id
            join usage_row r on r.id between f.first_row_id and f.last_row_id and r.delivery_id = d.id
            left join scope_ancestor way on way.scope_id = r.scope_id and way.ancestor_id = d.invoiced_scope_id
            left join scope_ancestor step on step.scope_id = r.scope_id and step.distance = way.distance - 1
            where d.state = 'LIVE' and d.invoiced_scope_id = :scope and d.period_start = :start
            and d.currency = :currency and coalesce(step.ancestor_id, 0) = :section
            and coalesce(substring(r.service_name from 1 for 300), '') = :service
            and coalesce(substring(r.service_category from 1 for 300), '') = :category
            and coalesce(substring(r.publisher_name from 1 for 300), '') = :publisher
            and coalesce(substring(r.charge_category from 1 for 100), '') = :charge
            """;
    /** A stored text as a number, where it is one: both databases know these words. */
    private static final String NUMBER = """
            case when length(%1$s) between 1 and 36
            and translate(%1$s, '123456789.-', '00000000000') = repeat('0', length(%1$s))
            and %1$s not like '%%.%%.%%' and %1$s not like '_%%-%%'
            and translate(%1$s, '123456789', '000000000') like '%%0%%'
            then cast(%1$s as decimal(38, 18)) end""";

    static final String QUANTITY = NUMBER.formatted("coalesce(r.pricing_quantity, r.consumed_quantity)");
    static final String PRICE = NUMBER.formatted("coalesce(r.contracted_unit_price, r.list_unit_price)");

    private final Invoices invoices;
    private final JdbcClient jdbc;

    InvoiceParts(Invoices invoices, JdbcClient jdbc) {
        this.invoices = invoices;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<InvoiceSection> sections(String number, Person person) {
        InvoiceRow row = invoices.row(number, person);
        int digits = Money.minorDigits(row.figures().currency());
        return jdbc.sql("""
                select section_id, section_name, count(*) as line_count, sum(amount) as amount
                from invoice_line where invoice_id = :id
                group by section_id, section_name order by min(line_no)
                """)
                .param("id", row.id())
                .query((line, no) -> new InvoiceSection(
                        line.getObject("section_id", Long.class),
                        line.getString("section_name"),
                        line.getInt("line_count"),
                        line.getBigDecimal("amount").setScale(digits)))
                .list();
    }

    /** The lines in their order, page by page. */
    @Transactional(readOnly = true)
    public List<InvoiceLine> lines(String number, int offset, int limit, Person person) {
        InvoiceRow row = invoices.row(number, person);
        Currency currency = row.figures().currency();
        return jdbc
                .sql("""
                select line_no as no, section_id, section_name, service_name, service_category, charge_category,
                       publisher_name, exact_cost, amount
                from invoice_line where invoice_id = :id order by line_no offset :offset rows fetch next :limit rows only
                """)
                .param("id", row.id())
                .param("offset", offset)
                .param("limit", limit)
                .query(InvoiceLine.class)
                .list()
                .stream()
                .map(line -> line.in(currency))
                .toList();
    }

    @Transactional(readOnly = true)
    public int lineCount(String number, Person person) {
        return jdbc.sql("select count(*) from invoice_line where invoice_id = :id")
                .param("id", invoices.row(number, person).id())
                .query(Integer.class)
                .single();
    }

    /**
     * What stands behind a line, the dearest first, summed from the usage rows on demand: quantity times unit price, as
     * the usage gave them. On a credit note that gives an invoice back, less of the same; none behind one over an amount.
     *
     * @param limit how many at most
     */
    @Transactional(readOnly = true)
    public List<Meter> meters(String number, InvoiceLine line, int limit, Person person) {
        InvoiceRow row = invoices.row(number, person);
        boolean givenBack = row.documentType() == DocumentType.CREDIT_NOTE;
        return jdbc
                .sql("""
                select name, unit, sum(quantity) as quantity, price as unit_price, sum(cost) as cost from (
                    select coalesce(r.charge_description, r.sku_meter, r.sku_id, '') as name,
                           coalesce(r.pricing_unit, r.consumed_unit, '') as unit, %s as quantity, %s as price, r.cost
                    %s) as used
                group by name, unit, price order by cost desc, name, unit fetch first :limit rows only
                """.formatted(QUANTITY, PRICE, OF_LINE))
                .params(Map.of(
                        "scope", row.scopeId(),
                        "start", row.period().start(),
                        "currency", row.figures().currency().getCurrencyCode(),
                        "section", line.sectionId() == null ? 0L : line.sectionId(),
                        "service", line.serviceName(),
                        "category", line.serviceCategory(),
                        "publisher", line.publisherName(),
                        "charge", line.chargeCategory(),
                        "limit", limit))
                .query(Meter.class)
                .list()
                .stream()
                .map(meter -> plain(givenBack ? meter.givenBack() : meter))
                .toList();
    }

    @Transactional(readOnly = true)
    public List<IssuedDocument> documents(String number, Person person) {
        return jdbc.sql("""
                select kind, size_bytes, sha256, made_at from invoice_document where invoice_id = :id order by kind
                """)
                .param("id", invoices.row(number, person).id())
                .query(IssuedDocument.class)
                .list();
    }

    private static Meter plain(Meter meter) {
        return new Meter(
                meter.name(),
                meter.unit(),
                plain(meter.quantity()),
                plain(meter.unitPrice()),
                meter.cost().stripTrailingZeros());
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros();
    }
}
