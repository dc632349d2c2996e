package io.factuur.scope;

import io.factuur.agreement.Offer;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored properties. Asks nobody's leave: only for this room, whose services do. */
@Repository
class PropertyStore {

    private static final String SELECT = """
            select s.id, s.name, p.status, p.status_reason, p.purchase_order, p.tax_id, p.registration_number,
            p.contact_email, p.cost_center, p.offer,
            p.monthly_credit, p.sovereign_cloud, p.enrollment_start, p.enrollment_end, p.channel, p.support_level,
            p.tax_rate, p.payment_days, p.language, s.version
            from scope s left join scope_properties p on p.scope_id = s.id where s.id = :id
            """;

    private final JdbcClient jdbc;

    PropertyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Properties find(long scopeId) {
        Map<AddressPurpose, Address> addresses = addresses(scopeId);
        Map<String, String> tags = tags(scopeId);
        return jdbc.sql(SELECT)
                .param("id", scopeId)
                .query((row, number) -> properties(row, addresses, tags))
                .single();
    }

    /** Whoever changes the same scope at the same time waits here. */
    void lock(long scopeId) {
        jdbc.sql("select id from scope where id = :id for update")
                .param("id", scopeId)
                .query(Long.class)
                .single();
    }

    void write(long scopeId, Properties properties) {
        jdbc.sql("update scope set name = :name, version = version + 1 where id = :id")
                .param("name", properties.displayName())
                .param("id", scopeId)
                .update();
        writeAddress(scopeId, AddressPurpose.BILL_TO, properties.billTo());
        writeAddress(scopeId, AddressPurpose.SOLD_TO, properties.soldTo());
        writeAddress(scopeId, AddressPurpose.SHIP_TO, properties.shipTo());
        writeTags(scopeId, properties.tags());
        jdbc.sql("delete from scope_properties where scope_id = :id")
                .param("id", scopeId)
                .update();
        Enrollment enrollment = properties.enrollment();
        Sold sold = properties.sold();
        Terms terms = properties.terms();
        jdbc.sql("""
                insert into scope_properties (scope_id, status, status_reason, purchase_order, tax_id,
                registration_number, contact_email, cost_center, offer,
                monthly_credit, sovereign_cloud, enrollment_start, enrollment_end, channel, support_level, tax_rate,
                payment_days, language)
                values (:id, :status, :reason, :po, :tax, :registration, :contact, :cost, :offer, :credit, :sovereign,
                :start, :end, :channel, :support, :rate, :days, :language)
                """)
                .param("id", scopeId)
                .param("status", properties.status().name())
                .param(
                        "reason",
                        properties.statusReason() == null
                                ? null
                                : properties.statusReason().name())
                .param("po", properties.purchaseOrder())
                .param("tax", properties.taxId())
                .param("registration", properties.registrationNumber())
                .param("contact", properties.contactEmail())
                .param("cost", properties.costCenter())
                .param("offer", sold.offer().name())
                .param("credit", sold.monthlyCredit())
                .param("sovereign", sold.sovereignCloud())
                .param("start", enrollment.start())
                .param("end", enrollment.end())
                .param("channel", enrollment.channel())
                .param("support", enrollment.supportLevel())
                .param("rate", terms.taxRate())
                .param("days", terms.paymentDays())
                .param("language", terms.language())
                .update();
    }

    private void writeTags(long scopeId, Map<String, String> tags) {
        jdbc.sql("delete from scope_tag where scope_id = :id")
                .param("id", scopeId)
                .update();
        tags.forEach(
                (name, value) -> jdbc.sql("insert into scope_tag (scope_id, tag, content) values (:id, :tag, :content)")
                        .param("id", scopeId)
                        .param("tag", name)
                        .param("content", value)
                        .update());
    }

    private Map<String, String> tags(long scopeId) {
        TreeMap<String, String> found = new TreeMap<>();
        jdbc.sql("select tag, content from scope_tag where scope_id = :id")
                .param("id", scopeId)
                .query(row -> {
                    found.put(row.getString("tag"), row.getString("content"));
                });
        return Collections.unmodifiableMap(found);
    }

    private void writeAddress(long scopeId, AddressPurpose purpose, @Nullable Address address) {
        jdbc.sql("delete from scope_address where scope_id = :id and purpose = :purpose")
                .param("id", scopeId)
                .param("purpose", purpose.name())
                .update();
        if (address != null) {
            jdbc.sql("""
                    insert into scope_address (scope_id, purpose, company, line1, line2, line3, city, postal_code, region,
                    country)
                    values (:id, :purpose, :company, :line1, :line2, :line3, :city, :code, :region, :country)
                    """)
                    .param("id", scopeId)
                    .param("purpose", purpose.name())
                    .param("company", address.company())
                    .param("line1", address.line1())
                    .param("line2", address.line2())
                    .param("line3", address.line3())
                    .param("city", address.city())
                    .param("code", address.postalCode())
                    .param("region", address.region())
                    .param("country", address.country())
                    .update();
        }
    }

    /** The nearest of each, walking up; one query each for addresses and the rest, however many scopes. */
    Map<Long, BillingDetails> billing(List<Long> scopeIds) {
        Map<Long, Map<AddressPurpose, Address>> addresses = new HashMap<>();
        Map<Long, BillingDetails> details = new HashMap<>();
        for (int from = 0; from < scopeIds.size(); from += 1_000) {
            List<Long> some = scopeIds.subList(from, Math.min(scopeIds.size(), from + 1_000));
            jdbc.sql("""
                    select up.scope_id as asked, a.* from scope_ancestor up
                    join scope_address a on a.scope_id = up.ancestor_id
                    where up.scope_id in (:ids) order by up.distance
                    """).param("ids", some).query(row -> {
                addresses
                        .computeIfAbsent(row.getLong("asked"), none -> new EnumMap<>(AddressPurpose.class))
                        .putIfAbsent(AddressPurpose.valueOf(row.getString("purpose")), address(row));
            });
            jdbc.sql("""
                    select up.scope_id as asked, up.distance, p.purchase_order, p.tax_id, p.offer, p.monthly_credit,
                    p.sovereign_cloud, p.tax_rate, p.payment_days, p.language from scope_ancestor up join scope_properties p on p.scope_id = up.ancestor_id
                    where up.scope_id in (:ids) order by up.distance
                    """).param("ids", some).query(row -> {
                details.merge(row.getLong("asked"), nearest(row), PropertyStore::or);
            });
        }
        addresses.forEach((id, found) -> details.merge(
                id,
                new BillingDetails(
                        found.get(AddressPurpose.BILL_TO),
                        found.get(AddressPurpose.SOLD_TO),
                        found.get(AddressPurpose.SHIP_TO),
                        null,
                        null,
                        Sold.PAY_AS_YOU_GO,
                        Terms.UNKNOWN),
                (kept, added) -> new BillingDetails(
                        added.billTo(),
                        added.soldTo(),
                        added.shipTo(),
                        kept.purchaseOrder(),
                        kept.taxId(),
                        kept.sold(),
                        kept.terms())));
        return details;
    }

    private static BillingDetails nearest(ResultSet row) throws SQLException {
        Sold sold = row.getInt("distance") == 0 ? sold(row) : Sold.PAY_AS_YOU_GO;
        return new BillingDetails(
                null, null, null, row.getString("purchase_order"), row.getString("tax_id"), sold, terms(row));
    }

    private static BillingDetails or(BillingDetails near, BillingDetails far) {
        return new BillingDetails(
                null,
                null,
                null,
                near.purchaseOrder() == null ? far.purchaseOrder() : near.purchaseOrder(),
                near.taxId() == null ? far.taxId() : near.taxId(),
                near.sold(),
                near.terms().or(far.terms()));
    }

    private Map<AddressPurpose, Address> addresses(long scopeId) {
        Map<AddressPurpose, Address> found = new EnumMap<>(AddressPurpose.class);
        jdbc.sql("select * from scope_address where scope_id = :id")
                .param("id", scopeId)
                .query(row -> {
                    found.put(AddressPurpose.valueOf(row.getString("purpose")), address(row));
                });
        return found;
    }

    private static Properties properties(
            ResultSet row, Map<AddressPurpose, Address> addresses, Map<String, String> tags) throws SQLException {
        String status = row.getString("status");
        @Nullable String reason = row.getString("status_reason");
        return new Properties(
                row.getString("name"),
                addresses.get(AddressPurpose.BILL_TO),
                addresses.get(AddressPurpose.SOLD_TO),
                addresses.get(AddressPurpose.SHIP_TO),
                row.getString("purchase_order"),
                row.getString("tax_id"),
                row.getString("registration_number"),
                row.getString("contact_email"),
                row.getString("cost_center"),
                tags,
                new Enrollment(
                        row.getObject("enrollment_start", LocalDate.class),
                        row.getObject("enrollment_end", LocalDate.class),
                        row.getString("channel"),
                        row.getString("support_level")),
                sold(row),
                terms(row),
                status == null ? ScopeStatus.ACTIVE : ScopeStatus.valueOf(status),
                reason == null ? null : StatusReason.valueOf(reason),
                row.getLong("version"));
    }

    private static Sold sold(ResultSet row) throws SQLException {
        @Nullable String offer = row.getString("offer");
        @Nullable BigDecimal credit = row.getBigDecimal("monthly_credit");
        return new Sold(
                offer == null ? Offer.PAY_AS_YOU_GO : Offer.valueOf(offer),
                plain(credit),
                row.getBoolean("sovereign_cloud"));
    }

    /** As people write it, however many decimals the column has. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros();
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                plain(row.getBigDecimal("tax_rate")),
                row.getObject("payment_days", Integer.class),
                row.getString("language"));
    }

    private static Address address(ResultSet row) throws SQLException {
        return new Address(
                row.getString("company"),
                row.getString("line1"),
                row.getString("line2"),
                row.getString("line3"),
                row.getString("city"),
                row.getString("postal_code"),
                row.getString("region"),
                row.getString("country"));
    }
}
