package io.factuur.usage.out;

/**
 * A column of a usage file.
 *
 * @param name the header, exactly
 */
record Column(String name, Kind kind, Source source) {}
