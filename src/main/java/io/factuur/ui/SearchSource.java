package io.factuur.ui;

import io.factuur.security.Person;
import java.util.List;

/** Something that the search of the top bar looks through; features implement it, the shell collects them. */
public interface SearchSource {

    /** What hits stand together under, in the order of places for what matches equally well. */
    enum Group {
        PAGE,
        SCOPE,
        INVOICE,
        PERSON,
        /** Something that can be done. */
        ACTION;

        /** Key of its heading. */
        public String labelKey() {
            return "search.group." + name();
        }
    }

    Group group();

    /** The best hits for what was typed, only of what the person may see, best first. */
    List<Hit> search(String typed, int limit, Person person);

    /**
     * @param kind key of the word for what was found: a page, a scope, an invoice
     * @param detail where it is, in the reader's words; may be empty
     * @param path where it leads, without a leading slash; under {@code api/} it is a download
     */
    record Hit(String kind, String title, String detail, String path) {}
}
