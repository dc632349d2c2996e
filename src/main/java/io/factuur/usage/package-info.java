/** What was consumed: files that come in, their rows and sums, and the files that go out. */
@NullMarked
package io.factuur.usage;

import org.jspecify.annotations.NullMarked;
