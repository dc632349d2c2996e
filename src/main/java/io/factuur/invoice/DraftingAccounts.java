package io.factuur.invoice;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Role;
import io.factuur.invoice.CreditGrants.Grant;
import io.factuur.scope.BillingDetails;
import io.factuur.scope.ScopeProperties;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Collects what scopes are billed with, many at a time. */
@Component
class DraftingAccounts {

    private static final List<String> NAMING = Arrays.stream(AgreementType.values())
            .filter(type -> type.terms().invoicesAccounts())
            .map(AgreementType::name)
            .toList();

    private final JdbcClient jdbc;
    private final ScopeProperties properties;
    private final CreditGrants grants;
    private final InvoiceReader reader;

    DraftingAccounts(JdbcClient jdbc, ScopeProperties properties, CreditGrants grants, InvoiceReader reader) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.grants = grants;
        this.reader = reader;
    }

    Map<Long, Drafting.Account> of(List<Long> scopeIds) {
        Map<Long, BillingDetails> details = properties.billing(scopeIds);
        Map<Long, List<Grant>> open = grants.open(scopeIds);
        Map<Long, String> owners = owners(scopeIds);
        return scopeIds.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> new Drafting.Account(
                                details.get(id), open.getOrDefault(id, List.of()), owners.get(id), reader.today())));
    }

    /** The first of them where there are several. */
    private Map<Long, String> owners(List<Long> scopeIds) {
        Map<Long, String> owners = new HashMap<>();
        jdbc.sql("""
                select s.id, p.email from scope s join assignment a on a.scope_id = s.root_id
                join person p on p.id = a.person_id
                where s.id in (:scopes) and s.agreement in (:naming) and a.role = :owner and a.ended_at is null
                order by s.id, a.id
                """)
                .param("scopes", scopeIds)
                .param("naming", NAMING)
                .param("owner", Role.ACCOUNT_ADMINISTRATOR.name())
                .query(row -> {
                    owners.putIfAbsent(row.getLong("id"), row.getString("email"));
                });
        return owners;
    }

    Drafting.Account of(long scopeId) {
        Drafting.Account account = of(List.of(scopeId)).get(scopeId);
        return java.util.Objects.requireNonNull(account);
    }
}
