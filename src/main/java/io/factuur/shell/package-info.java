/** The frame around all pages: layout, search, home, errors, languages. */
@NullMarked
package io.factuur.shell;

import org.jspecify.annotations.NullMarked;
