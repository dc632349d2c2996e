package io.factuur.usage.out;

import io.factuur.usage.Dialect;
import java.util.List;

/** What a usage file is made of, from its first line to its last. */
record Parts(Dialect dialect, List<Block> before, LineReader rows, List<Block> after) {}
