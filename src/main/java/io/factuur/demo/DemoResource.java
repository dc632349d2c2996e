package io.factuur.demo;

import java.math.BigDecimal;

/**
 * Something that costs money every day.
 *
 * @param perDay quantity used on a working day, in the service's unit
 * @param weekend share of that used on Saturday and Sunday
 * @param growth added to the quantity per month, as a share
 */
record DemoResource(
        String account,
        String currency,
        String subscriptionId,
        String subscription,
        String group,
        String name,
        DemoService service,
        String region,
        BigDecimal perDay,
        BigDecimal weekend,
        BigDecimal growth) {}
