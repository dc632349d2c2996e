package io.factuur.usage.ui;

import com.vaadin.flow.component.UI;
import io.factuur.shared.Money;
import io.factuur.shared.Texts;
import io.factuur.ui.Formats;
import io.factuur.usage.MonthCharges;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** In a line, what a month's total is made of: each part that is not zero, by its name. */
final class MonthParts {

    private MonthParts() {}

    static String of(MonthCharges month, Formats formats) {
        Map<String, Money> parts = new LinkedHashMap<>();
        parts.put("usage.charges.against-credits", month.againstCredits());
        parts.put("usage.charges.overage", month.overage());
        parts.put("usage.charges.separately", month.billedSeparately());
        parts.put("usage.charges.marketplace", month.sold());
        parts.put("usage.charges.refunded", month.refunded());
        parts.values().removeIf(part -> part.value().signum() == 0);
        return parts.entrySet().stream()
                .map(part ->
                        Texts.get(UI.getCurrent().getLocale(), part.getKey()) + ": " + formats.money(part.getValue()))
                .collect(Collectors.joining(" · "));
    }
}
