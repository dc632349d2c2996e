@NullMarked
package io.factuur.invoice.api;

import org.jspecify.annotations.NullMarked;
