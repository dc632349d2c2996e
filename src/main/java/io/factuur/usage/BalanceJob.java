package io.factuur.usage;

import io.factuur.file.FileDraft;
import io.factuur.file.FileJob;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** "Balance and summary" in the background, as any other file: {@code {"kind": "balance", "scope": …, "period": …}}. */
@Component
class BalanceJob implements FileJob {

    private final EnterpriseCharges charges;
    private final JsonMapper json;

    BalanceJob(EnterpriseCharges charges, JsonMapper json) {
        this.charges = charges;
        this.json = json;
    }

    @Override
    public String kind() {
        return "balance";
    }

    @Override
    public FileDraft draft(String order, Person person) {
        try {
            UsageOrder wanted = json.readValue(order, UsageOrder.class);
            return charges.lookAtBalance(PriceRequest.of(wanted.priceOrder()), person);
        } catch (JacksonException unreadable) {
            throw Problem.invalid("problem.body");
        }
    }
}
