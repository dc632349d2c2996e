@NullMarked
package io.factuur.scope.api;

import org.jspecify.annotations.NullMarked;
