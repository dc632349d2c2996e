package io.factuur.usage;

import io.factuur.file.FileDraft;
import io.factuur.file.FileJob;
import io.factuur.security.Person;
import io.factuur.shared.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Price sheets made in the background: {@code {"kind": "prices", "scope": …, "period": …, "dialect": …}}. */
@Component
class PriceSheetJob implements FileJob {

    private final PriceSheets sheets;
    private final JsonMapper json;

    PriceSheetJob(PriceSheets sheets, JsonMapper json) {
        this.sheets = sheets;
        this.json = json;
    }

    @Override
    public String kind() {
        return "prices";
    }

    @Override
    public FileDraft draft(String order, Person person) {
        return sheets.look(request(order), person);
    }

    private PriceRequest request(String order) {
        try {
            UsageOrder wanted = json.readValue(order, UsageOrder.class);
            return PriceRequest.of(wanted.priceOrder());
        } catch (JacksonException unreadable) {
            throw Problem.invalid("problem.body");
        }
    }
}
