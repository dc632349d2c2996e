/** What every REST door shares: pages of a list, money in JSON, problems as RFC 9457. */
@NullMarked
package io.factuur.api;

import org.jspecify.annotations.NullMarked;
