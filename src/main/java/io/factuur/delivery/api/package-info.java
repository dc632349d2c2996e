@NullMarked
package io.factuur.delivery.api;

import org.jspecify.annotations.NullMarked;
