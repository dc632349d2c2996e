package io.factuur.invoice.pdf;

import java.time.Instant;
import java.util.Locale;

/** What a document says about itself besides its pages. Its date is the invoice's, so that it is made the same again. */
record PdfMetadata(String title, String author, String subject, Instant created, Locale language) {}
