package io.factuur.usage.api;

import io.factuur.api.MoneyJson;
import io.factuur.security.CurrentPerson;
import io.factuur.shared.Problem;
import io.factuur.usage.CostThreshold;
import io.factuur.usage.CostThresholds;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own thresholds at a scope: amounts of a month at which they get a mail. */
@RestController
@RequestMapping("/api/v1/scopes/{id}/thresholds")
class ThresholdController {

    private final CostThresholds thresholds;
    private final CurrentPerson me;

    ThresholdController(CostThresholds thresholds, CurrentPerson me) {
        this.thresholds = thresholds;
        this.me = me;
    }

    @GetMapping
    Thresholds list(@PathVariable long id) {
        return new Thresholds(
                thresholds.mine(id, me.get()).stream().map(ThresholdJson::of).toList(), null);
    }

    /** {@code {"amount": "1500.00"}}, in the scope's currency. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ThresholdJson add(@PathVariable long id, @RequestBody Map<String, @Nullable Object> wanted) {
        return ThresholdJson.of(thresholds.add(id, amount(wanted.get("amount")), me.get()));
    }

    private static BigDecimal amount(@Nullable Object given) {
        if (given == null || given.toString().isBlank()) {
            throw Problem.invalid("problem.field-missing", "amount");
        }
        try {
            return new BigDecimal(given.toString().strip());
        } catch (NumberFormatException wrong) {
            throw Problem.invalid("problem.parameter.amount", "amount", given.toString());
        }
    }

    @DeleteMapping("/{thresholdId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id, @PathVariable long thresholdId) {
        thresholds.remove(id, thresholdId, me.get());
    }

    record Thresholds(List<ThresholdJson> items, @Nullable String next) {}

    /** @param passed whether the month that runs has reached it */
    record ThresholdJson(String id, MoneyJson amount, boolean passed) {

        static ThresholdJson of(CostThreshold threshold) {
            return new ThresholdJson(
                    String.valueOf(threshold.id()), MoneyJson.of(threshold.amount()), threshold.passed());
        }
    }
}
