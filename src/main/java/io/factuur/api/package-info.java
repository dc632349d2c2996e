/**
 * What every REST door shares: pages of a list, money in JSON, problems as RFC 9457. Open, because the doors of every
 * room use it, also of rooms that stand below.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package io.factuur.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
