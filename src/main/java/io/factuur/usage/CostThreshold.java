package io.factuur.usage;

import io.factuur.shared.Money;

/**
 * An amount of a calendar month at which somebody wants a mail.
 *
 * @param passed whether the month that runs has reached it
 */
public record CostThreshold(long id, Money amount, boolean passed) {}
