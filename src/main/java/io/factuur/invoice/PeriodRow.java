package io.factuur.invoice;

import io.factuur.shared.BillingPeriod;
import io.factuur.shared.Money;
import java.util.List;

/**
 * A billing period of an invoiced scope, with what there is of it.
 *
 * @param invoices those that stand, credit notes too
 * @param charges what its usage costs as far as it is known, in each currency
 * @param open whether it has not ended yet
 */
public record PeriodRow(BillingPeriod period, List<InvoiceRow> invoices, List<Money> charges, boolean open) {}
