package io.factuur.delivery;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How invoices are mailed.
 *
 * @param hold whether the mails of a billing run wait for the operator's release from the first start on; later the
 *     operator's own switch counts
 * @param lanes connections to the server at a time
 * @param maxAttachment what a mail may carry in files; above that it carries a link
 * @param maxRecipients addresses per scope
 * @param confirmWithin how long a link to confirm an address works
 * @param key secret for hashed addresses; without it one is made in {@code dataDir}
 */
@ConfigurationProperties("factuur.delivery")
record DeliverySettings(
        @DefaultValue("false") boolean hold,
        @DefaultValue("4") int lanes,
        @DefaultValue("10MB") DataSize maxAttachment,
        @DefaultValue("100") int maxRecipients,
        @DefaultValue("7d") Duration confirmWithin,
        @Nullable String key,
        @DefaultValue("data") Path dataDir) {}
