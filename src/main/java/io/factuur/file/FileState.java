package io.factuur.file;

/** Where a prepared file is. */
public enum FileState {
    /** In the queue. */
    WAITING,
    RUNNING,
    /** To be downloaded, until it expires. */
    READY,
    FAILED,
    CANCELLED,
    EXPIRED;

    /** Whether something is still to happen by itself. */
    public boolean isUnderWay() {
        return this == WAITING || this == RUNNING;
    }

    /** Key of the word people read. */
    public String labelKey() {
        return "file.state." + name();
    }
}
