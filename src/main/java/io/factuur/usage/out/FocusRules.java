package io.factuur.usage.out;

import static io.factuur.usage.FocusColumn.*;
import static io.factuur.usage.out.Source.first;

import io.factuur.usage.FocusColumn;
import io.factuur.usage.FocusWords;
import io.factuur.usage.out.Rule.OneOf;
import io.factuur.usage.out.Rule.OtherOf;
import io.factuur.usage.out.Rule.Price;
import io.factuur.usage.out.Rule.SameCurrency;
import io.factuur.usage.out.Rule.Where;
import io.factuur.usage.out.Rule.With;
import java.util.Map;
import java.util.Set;

/**
 * What FOCUS 1.2 demands of each column, kept to also where a file that came in did not: what may not be absent is filled
 * from what says the same, what may not be there is left out, and a word outside a closed list becomes the list's own. See
 * docs/decisions/0120.
 */
final class FocusRules {

    private static final Source STANDARD_FREQUENCY =
            first(oneOf(CHARGE_FREQUENCY), where(CHARGE_CATEGORY, "Usage", says("Usage-Based")), says("One-Time"));
    private static final Source BILLED = stored(BILLED_COST);
    private static final Source EFFECTIVE = first(stored(EFFECTIVE_COST), BILLED);
    private static final Source CATEGORY = first(oneOf(SERVICE_CATEGORY), says("Other"));

    private static final Source CONTRACTED_PRICE =
            unlessTax(first(new Price(CONTRACTED_UNIT_PRICE.stored()), new Price(LIST_UNIT_PRICE.stored())));
    private static final Source LIST_PRICE =
            unlessTax(first(new Price(LIST_UNIT_PRICE.stored()), new Price(CONTRACTED_UNIT_PRICE.stored())));
    private static final Source PRICED = unlessTax(first(stored(PRICING_QUANTITY), stored(CONSUMED_QUANTITY)));
    private static final Source CONSUMED = where(
            CHARGE_CATEGORY,
            "Usage",
            new Where(
                    COMMITMENT_DISCOUNT_STATUS.stored(),
                    false,
                    Set.of("Unused"),
                    first(stored(CONSUMED_QUANTITY), stored(PRICING_QUANTITY))));
    private static final Source SKU = unlessTax(first(stored(SKU_ID), stored(SKU_PRICE_ID)));
    private static final Source SKU_PRICE = unlessTax(first(stored(SKU_PRICE_ID), stored(SKU_ID)));

    private static final Source COMMITTED = with(
            COMMITMENT_DISCOUNT_ID,
            first(
                    stored(COMMITMENT_DISCOUNT_QUANTITY),
                    bought(where(
                            COMMITMENT_DISCOUNT_CATEGORY,
                            "Spend",
                            first(where(CHARGE_CATEGORY, "Purchase", BILLED), EFFECTIVE))),
                    bought(first(stored(PRICING_QUANTITY), stored(CONSUMED_QUANTITY)))));

    private static final Map<FocusColumn, Source> RULES = Map.ofEntries(
            Map.entry(BILLING_ACCOUNT_TYPE, first(stored(BILLING_ACCOUNT_TYPE), says("Billing Account"))),
            Map.entry(CAPACITY_RESERVATION_STATUS, with(CAPACITY_RESERVATION_ID, oneOf(CAPACITY_RESERVATION_STATUS))),
            Map.entry(CHARGE_CATEGORY, first(oneOf(CHARGE_CATEGORY), says("Adjustment"))),
            Map.entry(CHARGE_CLASS, oneOf(CHARGE_CLASS)),
            Map.entry(
                    CHARGE_FREQUENCY,
                    first(
                            where(
                                    CHARGE_CATEGORY,
                                    "Purchase",
                                    where(CHARGE_FREQUENCY, "Usage-Based", says("One-Time"))),
                            STANDARD_FREQUENCY)),
            Map.entry(
                    COMMITMENT_DISCOUNT_CATEGORY,
                    with(COMMITMENT_DISCOUNT_ID, first(oneOf(COMMITMENT_DISCOUNT_CATEGORY), says("Usage")))),
            Map.entry(COMMITMENT_DISCOUNT_NAME, with(COMMITMENT_DISCOUNT_ID, stored(COMMITMENT_DISCOUNT_NAME))),
            Map.entry(
                    COMMITMENT_DISCOUNT_TYPE,
                    with(COMMITMENT_DISCOUNT_ID, first(stored(COMMITMENT_DISCOUNT_TYPE), says("Commitment Discount")))),
            Map.entry(
                    COMMITMENT_DISCOUNT_STATUS,
                    with(
                            COMMITMENT_DISCOUNT_ID,
                            first(oneOf(COMMITMENT_DISCOUNT_STATUS), where(CHARGE_CATEGORY, "Usage", says("Used"))))),
            Map.entry(COMMITMENT_DISCOUNT_QUANTITY, COMMITTED),
            Map.entry(
                    COMMITMENT_DISCOUNT_UNIT,
                    new With(
                            COMMITTED,
                            first(
                                    stored(COMMITMENT_DISCOUNT_UNIT),
                                    where(COMMITMENT_DISCOUNT_CATEGORY, "Spend", stored(BILLING_CURRENCY)),
                                    stored(PRICING_UNIT),
                                    stored(CONSUMED_UNIT),
                                    says("Units")))),
            Map.entry(CONSUMED_QUANTITY, CONSUMED),
            Map.entry(
                    CONSUMED_UNIT,
                    new With(CONSUMED, first(stored(CONSUMED_UNIT), stored(PRICING_UNIT), says("Units")))),
            Map.entry(
                    CONTRACTED_COST,
                    first(stored(CONTRACTED_COST), with(CONTRACTED_UNIT_PRICE, BILLED), stored(LIST_COST), BILLED)),
            Map.entry(CONTRACTED_UNIT_PRICE, CONTRACTED_PRICE),
            Map.entry(EFFECTIVE_COST, EFFECTIVE),
            Map.entry(INVOICE_ISSUER_NAME, party(INVOICE_ISSUER_NAME, PROVIDER_NAME, PUBLISHER_NAME)),
            Map.entry(LIST_COST, first(stored(LIST_COST), stored(CONTRACTED_COST), BILLED)),
            Map.entry(LIST_UNIT_PRICE, LIST_PRICE),
            Map.entry(
                    PRICING_CATEGORY,
                    unlessTax(first(
                            oneOf(PRICING_CATEGORY),
                            with(PRICING_CATEGORY, says("Other")),
                            bought(first(with(COMMITMENT_DISCOUNT_ID, says("Committed")), says("Standard")))))),
            Map.entry(PRICING_CURRENCY, first(stored(PRICING_CURRENCY), stored(BILLING_CURRENCY))),
            Map.entry(
                    PRICING_CURRENCY_CONTRACTED_UNIT_PRICE,
                    unlessTax(first(
                            new Price(PRICING_CURRENCY_CONTRACTED_UNIT_PRICE.stored()),
                            new SameCurrency(CONTRACTED_PRICE)))),
            Map.entry(
                    PRICING_CURRENCY_EFFECTIVE_COST,
                    first(stored(PRICING_CURRENCY_EFFECTIVE_COST), new SameCurrency(EFFECTIVE))),
            Map.entry(
                    PRICING_CURRENCY_LIST_UNIT_PRICE,
                    unlessTax(
                            first(new Price(PRICING_CURRENCY_LIST_UNIT_PRICE.stored()), new SameCurrency(LIST_PRICE)))),
            Map.entry(PRICING_QUANTITY, PRICED),
            Map.entry(
                    PRICING_UNIT, new With(PRICED, first(stored(PRICING_UNIT), stored(CONSUMED_UNIT), says("Units")))),
            Map.entry(PROVIDER_NAME, party(PROVIDER_NAME, INVOICE_ISSUER_NAME, PUBLISHER_NAME)),
            Map.entry(PUBLISHER_NAME, party(PUBLISHER_NAME, PROVIDER_NAME, INVOICE_ISSUER_NAME)),
            Map.entry(REGION_ID, first(stored(REGION_ID), stored(REGION_NAME))),
            Map.entry(REGION_NAME, first(stored(REGION_NAME), stored(REGION_ID))),
            Map.entry(RESOURCE_NAME, with(RESOURCE_ID, stored(RESOURCE_NAME))),
            Map.entry(
                    RESOURCE_TYPE,
                    with(RESOURCE_ID, first(stored(RESOURCE_TYPE), stored(SERVICE_NAME), says("Resource")))),
            Map.entry(SERVICE_CATEGORY, CATEGORY),
            Map.entry(SERVICE_NAME, first(stored(SERVICE_NAME), stored(CHARGE_DESCRIPTION), stored(CHARGE_CATEGORY))),
            Map.entry(SERVICE_SUBCATEGORY, first(oneOf(SERVICE_SUBCATEGORY), new OtherOf(CATEGORY))),
            Map.entry(SKU_ID, SKU),
            Map.entry(SKU_METER, new With(SKU, stored(SKU_METER))),
            Map.entry(SKU_PRICE_ID, SKU_PRICE),
            Map.entry(SKU_PRICE_DETAILS, new With(SKU_PRICE, stored(SKU_PRICE_DETAILS))),
            Map.entry(SUB_ACCOUNT_NAME, with(SUB_ACCOUNT_ID, first(stored(SUB_ACCOUNT_NAME), stored(SUB_ACCOUNT_ID)))),
            Map.entry(SUB_ACCOUNT_TYPE, with(SUB_ACCOUNT_ID, first(stored(SUB_ACCOUNT_TYPE), says("Sub Account")))));

    private FocusRules() {}

    static Source of(FocusColumn column) {
        return RULES.getOrDefault(column, stored(column));
    }

    private static Source stored(FocusColumn column) {
        return Source.stored(column.stored());
    }

    private static Source says(String text) {
        return new Source.Always(text);
    }

    private static Source oneOf(FocusColumn column) {
        return new OneOf(column.stored(), FocusWords.allowed(column));
    }

    private static Source with(FocusColumn given, Source then) {
        return new With(stored(given), then);
    }

    private static Source where(FocusColumn column, String value, Source then) {
        return new Where(column.stored(), true, Set.of(value), then);
    }

    private static Source unlessTax(Source then) {
        return new Where(CHARGE_CATEGORY.stored(), false, Set.of("Tax"), then);
    }

    /** Where something was used or bought. */
    private static Source bought(Source then) {
        return new Where(CHARGE_CATEGORY.stored(), true, Set.of("Usage", "Purchase"), then);
    }

    /** Somebody who took part: where a file names some of them only, one stands for the others. */
    private static Source party(FocusColumn wanted, FocusColumn next, FocusColumn last) {
        return first(
                stored(wanted),
                stored(next),
                stored(last),
                stored(SERVICE_NAME),
                stored(BILLING_ACCOUNT_NAME),
                stored(BILLING_ACCOUNT_ID));
    }
}
