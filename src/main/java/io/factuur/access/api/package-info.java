@NullMarked
package io.factuur.access.api;

import org.jspecify.annotations.NullMarked;
