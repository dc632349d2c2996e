/** What whoever runs the portal needs: health, figures, marks in the log, backup and restore. */
@NullMarked
package io.factuur.operations;

import org.jspecify.annotations.NullMarked;
