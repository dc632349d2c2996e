/** What can be billed: the tree of billing scopes, and where a usage row finds its place in it. */
@NullMarked
package io.factuur.scope;

import org.jspecify.annotations.NullMarked;
