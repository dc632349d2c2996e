package io.factuur.delivery;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox that servers send undeliverable mail back to; give its address as {@code factuur.mail.bounce-to}. Reports
 * in it are read and deleted.
 *
 * @param host null where there is no such mailbox
 * @param protocol {@code imaps}, or {@code imap} without TLS
 * @param port -1 for the protocol's own
 */
@ConfigurationProperties("factuur.delivery.bounces")
record BounceSettings(
        @Nullable String host,
        @DefaultValue("-1") int port,
        @DefaultValue("imaps") String protocol,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder) {}
