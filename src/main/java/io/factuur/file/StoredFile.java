package io.factuur.file;

/**
 * A file on the disk.
 *
 * @param size of what is stored, in bytes
 * @param plainSize of the file itself, in bytes
 */
record StoredFile(
        long id, String storedName, String mediaType, boolean compressed, long size, long plainSize, String sha256) {}
