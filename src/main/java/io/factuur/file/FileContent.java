package io.factuur.file;

import java.nio.file.Path;

/**
 * A stored file, opened for somebody.
 *
 * @param compressed whether the bytes at the path are gzip of the file
 * @param size of the bytes at the path
 * @param plainSize of the file itself
 * @param sha256 of the file itself
 */
public record FileContent(
        String name, String mediaType, Path path, boolean compressed, long size, long plainSize, String sha256) {}
