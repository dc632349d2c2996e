package io.factuur.delivery;

/**
 * "412 of 415 delivered, 3 need you."
 *
 * @param total mails that ought to arrive; those left out or stopped are not among them
 */
public record ReceiptCount(long total, long delivered, long waiting, long needYou, long leftOut) {}
