@NullMarked
package io.factuur.security.api;

import org.jspecify.annotations.NullMarked;
