package io.factuur.operations;

import java.time.Instant;

/**
 * A file that holds the database and everything beside it.
 *
 * @param name of the file, in the folder for backups on the server
 * @param size in bytes
 */
public record Backup(String name, long size, Instant madeAt) {}
