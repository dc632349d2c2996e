package io.factuur.usage;

import io.factuur.access.Guard;
import io.factuur.agreement.Operation;
import io.factuur.audit.AuditEvent;
import io.factuur.audit.AuditLog;
import io.factuur.scope.Scopes;
import io.factuur.security.Person;
import io.factuur.usage.out.PriceBuilder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The prices that a period's usage was charged at, each once, in the agreement's own columns. */
@Service
public class PriceSheets {

    private final Guard guard;
    private final Scopes scopes;
    private final PriceBuilder sheets;
    private final AuditLog audit;

    PriceSheets(Guard guard, Scopes scopes, PriceBuilder sheets, AuditLog audit) {
        this.guard = guard;
        this.scopes = scopes;
        this.sheets = sheets;
        this.audit = audit;
    }

    /** Opens the price sheet of a scope and period. Nothing is read until it is written somewhere. */
    @Transactional
    public UsageFile open(PriceRequest request, Person person) {
        UsageFile file = look(request, person);
        audit.record(AuditEvent.done(person.username(), "prices.download", request.scopeId(), file.name())
                .with("period", request.period().code())
                .with("dialect", request.dialect().code()));
        return file;
    }

    /** The same for whoever only wants to know what it would be, or prepares it for later. */
    @Transactional
    public UsageFile look(PriceRequest request, Person person) {
        guard.require(Operation.DOWNLOAD_PRICES, request.scopeId(), person);
        return sheets.build(scopes.get(request.scopeId(), person).scope(), request);
    }
}
