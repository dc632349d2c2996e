/**
 * How a usage file becomes rows: recognised by its headers, read record by record, placed in the tree of scopes, written
 * unseen and made live in one step. Known to its own room only.
 */
@NullMarked
package io.factuur.usage.in;

import org.jspecify.annotations.NullMarked;
