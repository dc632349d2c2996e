package io.factuur.invoice;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/**
 * The bridge from usage rows to an invoice's total, computed anew, beside what is stored.
 *
 * @param rows how many usage rows were summed
 * @param holds whether every step gives what is stored
 */
public record Proof(String number, Currency currency, long rows, List<Step> steps, boolean holds) {

    /**
     * A step of the bridge.
     *
     * @param code {@code USAGE}, {@code LATE_USAGE}, {@code EXACT_COST}, {@code ROUNDING}, {@code CHARGES}, …
     * @param computed from the usage rows, with all digits; null where a step has nothing to compute from
     * @param sum whether it is the sum of what stands above it, not one more to add
     */
    public record Step(String code, BigDecimal computed, BigDecimal stored, boolean sum) {

        public boolean agrees() {
            return computed.compareTo(stored) == 0;
        }

        /** Key of the words people read. */
        public String labelKey() {
            return "proof." + code;
        }
    }
}
