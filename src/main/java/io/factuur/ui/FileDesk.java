package io.factuur.ui;

/** Where pages hand in what somebody wants to download; the room of prepared files decides how it gets there. */
public interface FileDesk {

    /**
     * Hands a file over: a small one at once, a large one is prepared and waits under Downloads, with a notice that says
     * so. Call it from a click.
     */
    void fetch(Wanted wanted);

    /** Whether it is handed over at once. */
    boolean isQuick(Wanted wanted);

    /**
     * @param kind of prepared file, {@code usage}
     * @param order of that kind, as JSON
     * @param path where the same file is streamed, {@code /api/v1/usage?…}
     */
    record Wanted(String kind, String order, String path) {}
}
