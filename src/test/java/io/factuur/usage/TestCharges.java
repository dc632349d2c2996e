package io.factuur.usage;

import io.factuur.scope.Scope;
import io.factuur.shared.BillingPeriod;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Daily sums as an import would leave them, without the rows behind them. */
@Component
@Profile("test")
public class TestCharges {

    private final JdbcClient jdbc;
    private final Clock clock;

    TestCharges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A live delivery for an invoiced scope and period; filled by {@link Delivery#used}. */
    public Delivery delivered(Scope invoiced, BillingPeriod period, String currency) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into usage_import (file_name, state, imported_by, started_at)
                values ('test.csv', 'LIVE', 'test', :at)
                """).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update(key, "id");
        long imported = Objects.requireNonNull(key.getKeyAs(Long.class));
        GeneratedKeyHolder delivery = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into usage_delivery (import_id, billed_scope_id, invoiced_scope_id, file_period_start,
                    period_start, period_end, currency, state, row_count, billed_cost)
                values (:import, :scope, :scope, :start, :start, :end, :currency, 'LIVE', 0, 0)
                """)
                .param("import", imported)
                .param("scope", invoiced.id())
                .param("start", period.start())
                .param("end", period.end())
                .param("currency", currency)
                .update(delivery, "id");
        return new Delivery(Objects.requireNonNull(delivery.getKeyAs(Long.class)), invoiced, period.start());
    }

    public final class Delivery {

        private final long id;
        private final Scope scope;
        private final LocalDate day;

        private Delivery(long id, Scope scope, LocalDate day) {
            this.id = id;
            this.scope = scope;
            this.day = day;
        }

        public Delivery used(String service, String cost) {
            return used(scope, service, "Usage", cost);
        }

        public Delivery used(Scope by, String service, String category, String cost) {
            return used(by, service, category, cost, "Publisher");
        }

        public Delivery used(Scope by, String service, String category, String cost, String publisher) {
            jdbc.sql("""
                    insert into usage_daily (delivery_id, scope_id, charge_day, service_name, service_category,
                        charge_category, publisher_name, row_count, cost, effective_cost)
                    values (:delivery, :scope, :day, :service, 'Compute', :category, :publisher, 1, :cost, :cost)
                    """)
                    .param("delivery", id)
                    .param("scope", by.id())
                    .param("day", day)
                    .param("service", service)
                    .param("category", category)
                    .param("publisher", publisher)
                    .param("cost", new BigDecimal(cost))
                    .update();
            TestUsage.addUp(id, jdbc);
            return this;
        }
    }
}
