/** What is owed: billing runs, invoices and their life, documents, and the reasons why one is not there. */
@NullMarked
package io.factuur.invoice;

import org.jspecify.annotations.NullMarked;
