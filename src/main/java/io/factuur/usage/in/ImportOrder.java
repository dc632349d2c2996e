package io.factuur.usage.in;

import io.factuur.usage.ImportRequest;

/**
 * One import to be carried out.
 *
 * @param actor who wants it: a user name, or {@code <inbox>}
 */
public record ImportOrder(long importId, ImportRequest request, String actor) {}
