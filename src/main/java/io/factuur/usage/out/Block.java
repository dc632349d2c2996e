package io.factuur.usage.out;

import java.io.IOException;

/** Lines of a file that are no usage rows. */
interface Block {

    void write(CsvBytes to) throws IOException;
}
