/**
 * Prepared files: made in the background, kept in the data folder, fetched by whoever asked for them and by nobody else.
 * What they hold is the business of the rooms above, which offer it as {@link io.factuur.file.FileJob}s.
 */
@NullMarked
package io.factuur.file;

import org.jspecify.annotations.NullMarked;
