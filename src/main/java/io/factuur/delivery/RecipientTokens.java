package io.factuur.delivery;

import io.factuur.shared.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The secrets in mailed links, sealed from the recipient's own random number: a repeated mail carries the same one, and
 * all die with the recipient's row. The one to confirm is stored as a hash and good for a while only.
 */
@Component
class RecipientTokens {

    private final SecureRandom random = new SecureRandom();
    private final RecipientStore recipients;
    private final AddressKey keys;

    RecipientTokens(RecipientStore recipients, AddressKey keys) {
        this.recipients = recipients;
        this.keys = keys;
    }

    /** For a new recipient. */
    String nonce() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @param round another each time somebody has it sent again */
    String confirmation(RecipientRow recipient, int round) {
        return keys.seal("confirm", recipient.id() + "." + recipient.nonce() + "." + round);
    }

    String hash(String secret) {
        return Sha256.hex(secret);
    }

    String unsubscribe(RecipientRow recipient) {
        return recipient.id() + "-" + seal(recipient);
    }

    /** The recipient whose mail carried the link; empty when it is gone or the link was made up. */
    Optional<RecipientRow> unsubscribing(String token) {
        int dash = token.indexOf('-');
        if (dash < 1 || dash > 18 || !token.substring(0, dash).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return recipients
                .find(Long.parseLong(token.substring(0, dash)))
                .filter(row -> keys.isSeal(token.substring(dash + 1), "unsubscribe", row.id() + "." + row.nonce()));
    }

    private String seal(RecipientRow recipient) {
        return keys.seal("unsubscribe", recipient.id() + "." + recipient.nonce());
    }
}
