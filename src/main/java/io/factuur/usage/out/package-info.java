/** How usage rows become a file: what is chosen, which columns, which dialect, read window by window. Known to its own room only. */
@NullMarked
package io.factuur.usage.out;

import org.jspecify.annotations.NullMarked;
