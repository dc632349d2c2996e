/** Benchmarks, run by hand. */
@NullMarked
package io.factuur.bench;

import org.jspecify.annotations.NullMarked;
