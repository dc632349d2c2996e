@NullMarked
package io.factuur.file.api;

import org.jspecify.annotations.NullMarked;
