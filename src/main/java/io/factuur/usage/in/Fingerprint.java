package io.factuur.usage.in;

import io.factuur.scope.ExternalId;
import io.factuur.shared.Sha256;
import io.factuur.usage.FocusColumn;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What makes a charge the same charge in two files: when, where, what, how much. Leaves out what clouds fill in or
 * rename afterwards (invoice number, names, tags, the amortized cost), because a row must not be billed twice for that.
 *
 * @param high and low the first 128 bits of a SHA-256
 */
record Fingerprint(long high, long low) {

    private static final List<FocusColumn> TEXTS = List.of(
            FocusColumn.CHARGE_PERIOD_START,
            FocusColumn.CHARGE_PERIOD_END,
            FocusColumn.CHARGE_CATEGORY,
            FocusColumn.CHARGE_CLASS,
            FocusColumn.CHARGE_DESCRIPTION,
            FocusColumn.SERVICE_NAME,
            FocusColumn.SKU_ID,
            FocusColumn.SKU_PRICE_ID,
            FocusColumn.SKU_METER,
            FocusColumn.PRICING_UNIT,
            FocusColumn.CONSUMED_UNIT,
            FocusColumn.COMMITMENT_DISCOUNT_ID,
            FocusColumn.COMMITMENT_DISCOUNT_STATUS,
            FocusColumn.CAPACITY_RESERVATION_ID,
            FocusColumn.RESOURCE_ID,
            FocusColumn.REGION_ID);
    private static final List<FocusColumn> NUMBERS =
            List.of(FocusColumn.BILLED_COST, FocusColumn.PRICING_QUANTITY, FocusColumn.CONSUMED_QUANTITY);

    /** @param group tells charges apart that belong to different invoices */
    static Fingerprint of(String group, UsageRow row) {
        MessageDigest sha = Sha256.digest();
        add(sha, group);
        String subAccount = row.get(FocusColumn.SUB_ACCOUNT_ID);
        add(sha, subAccount == null ? null : ExternalId.key(subAccount));
        for (FocusColumn column : TEXTS) {
            String text = row.get(column);
            add(sha, text == null ? null : text.toLowerCase(Locale.ROOT));
        }
        for (FocusColumn column : NUMBERS) {
            add(sha, Amounts.normal(row.get(column)));
        }
        ByteBuffer hash = ByteBuffer.wrap(sha.digest());
        return new Fingerprint(hash.getLong(), hash.getLong());
    }

    private static void add(MessageDigest sha, @Nullable String text) {
        sha.update(Objects.requireNonNullElse(text, "\u0000").getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0x1f);
    }
}
