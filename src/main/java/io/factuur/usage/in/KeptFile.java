package io.factuur.usage.in;

/**
 * A file in the data folder.
 *
 * @param path relative to the data folder
 * @param size in bytes
 */
public record KeptFile(String path, long size) {}
