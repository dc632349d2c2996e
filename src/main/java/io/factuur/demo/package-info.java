/** The demo organisation, only in the Spring profile {@code demo}: one organisation per agreement, one user per role. */
@NullMarked
package io.factuur.demo;

import org.jspecify.annotations.NullMarked;
