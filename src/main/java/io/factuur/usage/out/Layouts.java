package io.factuur.usage.out;

import io.factuur.agreement.Agreement.UsageLayout;
import io.factuur.scope.Scope;
import io.factuur.usage.UsageFormat;
import java.util.Map;

/** Finds the layout of a format; the native one is the agreement's. */
final class Layouts {

    private static final Layout FOCUS = new FocusLayout();

    private static final Map<UsageLayout, Layout> NATIVE = Map.of(
            UsageLayout.MOSP_V2, new OnlineServicesLayout(),
            UsageLayout.EA, new EnterpriseLayout(),
            UsageLayout.MCA, new CustomerLayout());

    private Layouts() {}

    static Layout of(UsageFormat format, Scope scope) {
        return format == UsageFormat.NATIVE
                ? NATIVE.getOrDefault(scope.agreement().terms().usageLayout(), FOCUS)
                : FOCUS;
    }
}
