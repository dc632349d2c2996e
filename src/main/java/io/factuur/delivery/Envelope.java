package io.factuur.delivery;

import io.factuur.mail.OutgoingMail;

/** A mail that is ready to leave, and why it may. */
record Envelope(OutgoingMail mail, Addressee to, long sizeBytes) {}
