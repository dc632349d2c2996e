package io.factuur.usage.out;

import io.factuur.agreement.ScopeKind;
import io.factuur.scope.ExternalId;
import io.factuur.scope.Scope;
import io.factuur.usage.ChargeChoice;
import io.factuur.usage.Dimension;
import io.factuur.usage.Metric;
import io.factuur.usage.Narrowing;
import io.factuur.usage.PriceRequest;
import io.factuur.usage.UsageFormat;
import io.factuur.usage.UsageRequest;
import java.util.StringJoiner;

/** Names of usage files, in the manner that Azure's have; only letters, digits and {@code - _ .} get in. */
final class FileNames {

    private static final int LONGEST_ID = 80;

    private FileNames() {}

    static String of(Scope scope, UsageRequest request) {
        return "Detail_"
                + word(scope)
                + "_"
                + id(scope)
                + "_"
                + request.period().digits()
                + (request.charges() == ChargeChoice.OPEN ? "_open" : "")
                + (request.metric() == Metric.ACTUAL ? "" : "_amortized")
                + (request.only() == null ? "" : "_" + request.only().by().code())
                + (request.format() == UsageFormat.NATIVE
                        ? ""
                        : "_" + request.format().code())
                + "_"
                + request.dialect().language()
                + ".csv";
    }

    static String prices(Scope scope, PriceRequest request) {
        return "PriceSheet_" + word(scope) + "_" + id(scope) + "_"
                + request.period().digits() + "_" + request.dialect().language() + ".csv";
    }

    static String balance(Scope scope, PriceRequest request) {
        return "Balance_" + word(scope) + "_" + id(scope) + "_"
                + request.period().digits() + "_" + request.dialect().language() + ".csv";
    }

    static String pricesTitle(Scope scope, PriceRequest request) {
        StringJoiner title = new StringJoiner(" · ");
        title.add(scope.name()).add(request.period().code());
        if (request.dialect().forExcel()) {
            title.add("Excel " + request.dialect().language());
        }
        return title.toString();
    }

    private static String id(Scope scope) {
        String id = ExternalId.key(scope.externalId()).replaceAll("[^a-z0-9._-]", "-");
        return id.substring(0, Math.min(id.length(), LONGEST_ID));
    }

    /** For lists: the scope, the period, and how it is written where that is not the usual way. */
    static String title(Scope scope, UsageRequest request) {
        StringJoiner title = new StringJoiner(" · ");
        title.add(scope.name()).add(request.period().code().replace("/", " – "));
        if (request.metric() != Metric.ACTUAL) {
            title.add("amortized");
        }
        Narrowing only = request.only();
        if (only != null && only.by() != Dimension.SUBSCRIPTION && !only.value().isEmpty()) {
            title.add(only.value());
        }
        if (request.format() != UsageFormat.NATIVE) {
            title.add(request.format().title());
        }
        if (request.dialect().forExcel()) {
            title.add("Excel " + request.dialect().language());
        }
        return title.toString();
    }

    private static String word(Scope scope) {
        if (scope.parentId() == null && scope.agreement().terms().has(ScopeKind.ENROLLMENT_ACCOUNT)) {
            return "Enrollment";
        }
        return switch (scope.kind()) {
            case BILLING_ACCOUNT -> "BillingAccount";
            case BILLING_PROFILE -> "BillingProfile";
            case INVOICE_SECTION -> "InvoiceSection";
            case DEPARTMENT -> "Department";
            case ENROLLMENT_ACCOUNT -> "EnrollmentAccount";
            case SUBSCRIPTION -> "Subscription";
        };
    }
}
