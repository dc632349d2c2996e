/**
 * Who gets an invoice by mail, and whether it arrived: preferences, terms, recipients, outbox, receipts. Keeps an
 * address only as long as somebody wants mail there (docs/decisions/0051, 0052).
 */
@NullMarked
package io.factuur.delivery;

import org.jspecify.annotations.NullMarked;
