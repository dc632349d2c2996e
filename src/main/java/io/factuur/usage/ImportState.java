package io.factuur.usage;

/** Where an import stands. */
public enum ImportState {
    /** Waits for its turn in the background. */
    QUEUED,
    RUNNING,
    /** Its rows are what people see, until a newer file replaces them. */
    LIVE,
    /** A dry run that came to its end. */
    CHECKED,
    /** The same file is live already; nothing was changed. */
    DUPLICATE,
    /** Some rows cannot be taken, and nothing was. */
    REJECTED,
    /** The file cannot be taken at all. */
    FAILED,
    CANCELLED;

    public boolean isOver() {
        return this != QUEUED && this != RUNNING;
    }

    /** Key of the word people read. */
    public String labelKey() {
        return "usage.import.state." + name();
    }
}
