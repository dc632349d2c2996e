@NullMarked
package io.factuur.usage.api;

import org.jspecify.annotations.NullMarked;
