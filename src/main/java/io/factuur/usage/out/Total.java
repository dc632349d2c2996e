package io.factuur.usage.out;

import java.math.BigDecimal;

/** How many of the chosen rows are in a currency, and what they cost. */
record Total(String currency, long rows, BigDecimal cost) {}
