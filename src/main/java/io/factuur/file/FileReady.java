package io.factuur.file;

/** Published when a prepared file has come to its end, so that its owner can be told. */
public record FileReady(long fileId, long personId, String username, boolean successful) {}
