package io.factuur.usage.out;

import org.jspecify.annotations.Nullable;

/**
 * Some lines of a file.
 *
 * @param deflated the same lines compressed, ending on a byte; null where nobody asked
 */
record Piece(byte[] bytes, int length, long rows, byte @Nullable [] deflated) {}
