/**
 * What the contract says: each agreement type in one file, with the shape of its tree, the place its invoice is made,
 * its periods, its roles and what each of them may do. A new agreement is one new definition here. Knows no database.
 */
@NullMarked
package io.factuur.agreement;

import org.jspecify.annotations.NullMarked;
