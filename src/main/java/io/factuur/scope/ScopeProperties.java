package io.factuur.scope;

import io.factuur.access.Guard;
import io.factuur.access.Unguarded;
import io.factuur.agreement.Operation;
import io.factuur.security.Person;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is kept about a scope: addresses, numbers, the contract. */
@Service
public class ScopeProperties {

    private final PropertyStore store;
    private final Guard guard;

    ScopeProperties(PropertyStore store, Guard guard) {
        this.store = store;
        this.guard = guard;
    }

    @Transactional(readOnly = true)
    public Properties get(long scopeId, Person person) {
        guard.require(Operation.SEE_SCOPE, scopeId, person);
        return store.find(scopeId);
    }

    /**
     * What invoices say about their customers, by scope: each item from the scope itself or from the nearest one above
     * it.
     */
    @Unguarded(because = "the billing run asks, which only an operator may start")
    @Transactional(readOnly = true)
    public Map<Long, BillingDetails> billing(List<Long> scopeIds) {
        return store.billing(scopeIds);
    }

    /** As {@link #billing(List)}, for one scope. */
    @Unguarded(because = "the billing run asks, which only an operator may start")
    @Transactional(readOnly = true)
    public BillingDetails billing(long scopeId) {
        return store.billing(List.of(scopeId)).getOrDefault(scopeId, BillingDetails.UNKNOWN);
    }
}
