package io.factuur.usage;

import io.factuur.shared.Labelled;
import io.factuur.shared.Problem;
import java.util.Arrays;
import java.util.Locale;

/** What charges can be told apart by. */
public enum Dimension implements Labelled {
    DAY,
    SERVICE,
    SUBSCRIPTION,
    RESOURCE_GROUP,
    REGION,
    /** One tag's values; needs its key. */
    TAG,
    /** What others than the cloud itself sell in its store; needs no value. */
    MARKETPLACE;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is read from the rows themselves, because daily sums do not know it. */
    public boolean isInRowsOnly() {
        return this == RESOURCE_GROUP || this == REGION || this == TAG;
    }

    @Override
    public String labelKey() {
        return "dimension." + name();
    }

    /** @throws Problem when there is no such dimension */
    public static Dimension of(String code) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("problem.usage.by", code));
    }
}
