/** The ground floor: money, periods, addresses and problems with a sentence for people. Imports nothing of ours. */
@NullMarked
package io.factuur.shared;

import org.jspecify.annotations.NullMarked;
