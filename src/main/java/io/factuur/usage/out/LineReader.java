package io.factuur.usage.out;

import java.io.IOException;

/** Reads the rows of a window as lines of CSV. PostgreSQL writes them itself where it can; else we do. */
interface LineReader {

    /** @return how many rows there were */
    long read(RowRange window, CsvBytes to) throws IOException;
}
