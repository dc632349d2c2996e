@NullMarked
package io.factuur.operations.api;

import org.jspecify.annotations.NullMarked;
