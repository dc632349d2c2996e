/** The journal: append-only, chained by hash. Everything that changes, leaves the house or is refused is written here. */
@NullMarked
package io.factuur.audit;

import org.jspecify.annotations.NullMarked;
