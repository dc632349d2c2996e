/**
 * Who may do what: assignments of roles, the one guard, the reasons. Knows scopes by their id and place in the tree
 * only, which is why it stands below {@code scope} (docs/decisions/0002).
 */
@NullMarked
package io.factuur.access;

import org.jspecify.annotations.NullMarked;
