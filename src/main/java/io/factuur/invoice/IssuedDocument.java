package io.factuur.invoice;

import java.time.Instant;

/** A document that has been made of an invoice, as it will always be. */
public record IssuedDocument(String kind, long sizeBytes, String sha256, Instant madeAt) {}
