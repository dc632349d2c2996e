package io.factuur.invoice;

import java.nio.file.Path;

/** A document as it was issued. */
public record StoredDocument(String name, String mediaType, Path path, long sizeBytes, String sha256) {}
