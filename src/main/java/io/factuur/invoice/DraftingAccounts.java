package io.factuur.invoice;

import io.factuur.invoice.CreditGrants.Grant;
import io.factuur.scope.BillingDetails;
import io.factuur.scope.ScopeProperties;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Collects what scopes are billed with, many at a time. */
@Component
class DraftingAccounts {

    private final ScopeProperties properties;
    private final CreditGrants grants;
    private final InvoiceReader reader;

    DraftingAccounts(ScopeProperties properties, CreditGrants grants, InvoiceReader reader) {
        this.properties = properties;
        this.grants = grants;
        this.reader = reader;
    }

    Map<Long, Drafting.Account> of(List<Long> scopeIds) {
        Map<Long, BillingDetails> details = properties.billing(scopeIds);
        Map<Long, List<Grant>> open = grants.open(scopeIds);
        return scopeIds.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> new Drafting.Account(details.get(id), open.getOrDefault(id, List.of()), reader.today())));
    }

    Drafting.Account of(long scopeId) {
        Drafting.Account account = of(List.of(scopeId)).get(scopeId);
        return java.util.Objects.requireNonNull(account);
    }
}
