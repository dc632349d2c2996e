package io.factuur.scope;

import java.util.Locale;

/** How IDs from usage files are compared: by the last path segment, without regard to case. */
public final class ExternalId {

    private ExternalId() {}

    /** {@code /providers/Microsoft.Billing/billingAccounts/8611537} and {@code 8611537} give the same key. */
    public static String key(String id) {
        String trimmed = id.strip();
        while (trimmed.endsWith("/")) {
            trimmed = trimmed.substring(0, trimmed.length() - 1);
        }
        return trimmed.substring(trimmed.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
