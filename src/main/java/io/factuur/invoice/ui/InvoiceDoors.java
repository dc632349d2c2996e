package io.factuur.invoice.ui;

import io.factuur.access.Guard;
import io.factuur.file.PreparedFiles;
import io.factuur.invoice.Availabilities;
import io.factuur.invoice.InvoiceLists;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What a list of invoices asks of the rooms behind it. */
@Component
record InvoiceDoors(InvoiceLists lists, PreparedFiles files, Availabilities availabilities, Guard guard, Clock clock) {}
