package io.factuur.delivery;

import java.time.Instant;

/**
 * Says that an address was erased, without naming it.
 *
 * @param code to ask for it again
 * @param addressKey the keyed hash that receipts of mails already sent are kept under
 * @param receipts how many such receipts there are
 * @param seal of all the above with the installation's secret: cannot be made up
 */
public record ErasureCertificate(
        String code,
        long scopeId,
        String addressKey,
        ErasureReason reason,
        Instant erasedAt,
        int receipts,
        String seal) {

    String sealed() {
        return code + "|" + scopeId + "|" + addressKey + "|" + reason + "|" + erasedAt.toEpochMilli() + "|" + receipts;
    }
}
