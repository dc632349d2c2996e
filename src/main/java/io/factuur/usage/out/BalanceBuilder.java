package io.factuur.usage.out;

import io.factuur.file.FilePlan;
import io.factuur.file.Fingerprint;
import io.factuur.file.KeptFiles;
import io.factuur.scope.Scope;
import io.factuur.shared.Money;
import io.factuur.usage.MonthCharges;
import io.factuur.usage.PriceRequest;
import io.factuur.usage.UsageFile;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts "Balance and summary" together: a period's credit balance, its charges, taken apart, and what credits paid of them. */
@Component
public class BalanceBuilder {

    private static final List<String> HEADER = List.of(
            "BillingPeriod",
            "Currency",
            "StartingCredit",
            "NewCredit",
            "Adjustments",
            "CreditAppliedTowardCharges",
            "EndingCredit",
            "ChargesAgainstCredits",
            "ServiceOverage",
            "BilledSeparately",
            "AzureMarketplace",
            "TotalCharges",
            "RefundedOverageCredits");

    private final KeptFiles kept;

    BalanceBuilder(KeptFiles kept) {
        this.kept = kept;
    }

    /** The file of a scope and period. The caller has asked the guard. */
    public UsageFile build(Scope scope, PriceRequest request, List<MonthCharges> charges) {
        Texts texts = new Texts(request.dialect());
        FilePlan plan = new FilePlan(
                FileNames.balance(scope, request),
                FileNames.pricesTitle(scope, request),
                "text/csv;charset=UTF-8",
                charges.size(),
                new Fingerprint("balance 2")
                        .add(scope.id())
                        .add(request.dialect())
                        .add(charges)
                        .hex(),
                false,
                Map.of());
        return new GatheredFile(
                plan,
                request.dialect(),
                (to, progress) -> {
                    to.line(HEADER);
                    charges.forEach(month -> to.line(line(month, texts)));
                    progress.done(charges.size());
                },
                kept);
    }

    private static List<String> line(MonthCharges month, Texts texts) {
        return List.of(
                month.periodStart().toString(),
                month.currency().getCurrencyCode(),
                texts.number(month.prepaid().starting()),
                texts.number(month.prepaid().given()),
                texts.number(month.prepaid().adjusted()),
                texts.number(month.prepaid().applied()),
                texts.number(month.prepaid().ending()),
                number(month.againstCredits(), texts),
                number(month.overage(), texts),
                number(month.billedSeparately(), texts),
                number(month.sold(), texts),
                number(month.total(), texts),
                number(month.refunded(), texts));
    }

    private static String number(Money money, Texts texts) {
        return texts.number(money.value());
    }
}
