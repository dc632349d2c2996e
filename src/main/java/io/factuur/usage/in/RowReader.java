package io.factuur.usage.in;

import java.util.List;

/** Reads the records of one file whose columns are known. */
interface RowReader {

    /** What kind of file it is, as people and programs are told: {@code FOCUS 1.2}. */
    String format();

    /**
     * Gives the row that a record stands for.
     *
     * @throws RowRejected when a value is missing or makes no sense
     */
    UsageRow read(String[] record) throws RowRejected;

    /** Whether its rows say which account they are billed to; else their subscription tells. */
    default boolean namesAccounts() {
        return true;
    }

    /** Names of the columns that FOCUS has no home for, in the order of the file. */
    List<String> unknownColumns();
}
