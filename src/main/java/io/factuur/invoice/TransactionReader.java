package io.factuur.invoice;

import io.factuur.agreement.Agreement;
import io.factuur.shared.LargestRemainder;
import io.factuur.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes an invoice's lines apart into items, from its usage rows. Asks nobody's leave: only for this room. */
@Repository
class TransactionReader {

    private static final String USED = """
            select section_id, section, service, category, publisher, charge, part, item, unit,
                   sum(quantity) as quantity, price, sum(cost) as cost from (
                select coalesce(step.ancestor_id, 0) as section_id, coalesce(s.name, '') as section,
                       coalesce(substring(r.service_name from 1 for 300), '') as service,
                       coalesce(substring(r.service_category from 1 for 300), '') as category,
                       coalesce(substring(r.publisher_name from 1 for 300), '') as publisher,
                       coalesce(substring(r.charge_category from 1 for 100), '') as charge,
                       coalesce(r.sku_price_id, r.sku_id, '') as part,
                       coalesce(r.charge_description, r.sku_meter, '') as item,
                       coalesce(r.pricing_unit, r.consumed_unit, '') as unit, %s as quantity, %s as price, r.cost
                from usage_delivery d join usage_import f on f.id = d.import_id
                join usage_row r on r.id between f.first_row_id and f.last_row_id and r.delivery_id = d.id
                left join scope_ancestor way on way.scope_id = r.scope_id and way.ancestor_id = d.invoiced_scope_id
                left join scope_ancestor step on step.scope_id = r.scope_id and step.distance = way.distance - 1
                left join scope s on s.id = step.ancestor_id
                where d.state = 'LIVE' and d.invoiced_scope_id = :scope and d.period_start = :start
                and d.currency = :currency) as used
            group by section_id, section, service, category, publisher, charge, part, item, unit, price
            order by section_id, service, category, publisher, charge, item, part, unit, price
            """.formatted(InvoiceParts.QUANTITY, InvoiceParts.PRICE);

    private final JdbcClient jdbc;

    TransactionReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Line(long section, String service, String category, String publisher, String charge) {

        static Line of(InvoiceLine line) {
            return new Line(
                    Objects.requireNonNullElse(line.sectionId(), 0L),
                    line.serviceName(),
                    line.serviceCategory(),
                    line.publisherName(),
                    line.chargeCategory());
        }
    }

    private record Used(
            long sectionId,
            String section,
            String service,
            String category,
            String publisher,
            String charge,
            String part,
            String item,
            String unit,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal price,
            BigDecimal cost) {

        Line line() {
            return new Line(sectionId, service, category, publisher, charge);
        }

        Transaction of(String named, BigDecimal amount) {
            return new Transaction(
                    named, service, category, publisher, charge, part, item, unit, quantity, price, amount);
        }
    }

    /**
     * Those with a cost first, what others sold after what the issuer sells itself, what cost nothing at the end. Their
     * amounts add up to each line's, and so to the charges.
     */
    List<Transaction> of(Invoice invoice) {
        Map<Line, List<Used>> used = new LinkedHashMap<>();
        if (invoice.row().documentType() == DocumentType.INVOICE) {
            used(invoice.row()).forEach(row -> used.computeIfAbsent(row.line(), none -> new ArrayList<>())
                    .add(row));
        }
        int digits = Money.minorDigits(invoice.figures().currency());
        List<Transaction> all = new ArrayList<>();
        for (InvoiceLine line : invoice.lines()) {
            List<Used> items = used.remove(Line.of(line));
            if (items == null) {
                all.add(Transaction.of(line));
                continue;
            }
            List<BigDecimal> amounts =
                    LargestRemainder.round(items.stream().map(Used::cost).toList(), line.amount(), digits);
            for (int i = 0; i < items.size(); i++) {
                all.add(items.get(i).of(line.sectionName(), amounts.get(i)));
            }
        }
        BigDecimal nothing = BigDecimal.ZERO.setScale(digits);
        used.values().forEach(rest -> rest.forEach(row -> all.add(row.of(row.section(), nothing))));
        Agreement terms = invoice.row().agreement().terms();
        all.sort(Comparator.comparing((Transaction one) -> one.amount().signum() == 0)
                .thenComparing(one -> one.isThirdParty(terms)));
        return all;
    }

    private List<Used> used(InvoiceRow row) {
        return jdbc.sql(USED)
                .param("scope", row.scopeId())
                .param("start", row.period().start())
                .param("currency", row.figures().currency().getCurrencyCode())
                .query(Used.class)
                .list();
    }
}
