package io.factuur.usage.ui;

import com.vaadin.flow.component.UI;
import io.factuur.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A cost against that of the same days before, in words. */
final class Change {

    private Change() {}

    /** "4 % more than on the same days last month"; that there is nothing to compare with, where that was nothing. */
    static String words(Money now, Money before) {
        if (before.value().signum() <= 0) {
            return text("costs.no-comparison");
        }
        BigDecimal percent = now.value()
                .subtract(before.value())
                .multiply(BigDecimal.valueOf(100))
                .divide(before.value(), 0, RoundingMode.HALF_UP);
        return switch (percent.signum()) {
            case 0 -> text("costs.same");
            case 1 -> text("costs.more", percent);
            default -> text("costs.less", percent.negate());
        };
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
