/** How an invoice looks on paper: template, fonts, renderer. Inside the room only. */
@NullMarked
package io.factuur.invoice.pdf;

import org.jspecify.annotations.NullMarked;
