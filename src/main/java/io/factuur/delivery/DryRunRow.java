package io.factuur.delivery;

import org.jspecify.annotations.Nullable;

/**
 * A mail as it would leave now.
 *
 * @param recipient the address; null when nobody is entitled any more
 * @param sizeBytes of the mail with its files, as it was sent or would be; 0 while a file is missing
 * @param waitsFor what is missing or in the way: {@code usage.csv}, {@code not-entitled}; null when it can go
 * @param lastTrouble the server's words about the last mail to the address that did not arrive
 */
public record DryRunRow(
        long mailId,
        String invoiceNumber,
        @Nullable String recipient,
        @Nullable String name,
        String language,
        MailContent content,
        long sizeBytes,
        @Nullable String waitsFor,
        @Nullable String lastTrouble,
        MailState state) {}
