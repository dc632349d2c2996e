package io.factuur.ui;

import io.factuur.security.Person;
import java.util.List;

/** Something that the search box of the top bar looks through; features implement it, the shell collects them. */
public interface SearchSource {

    /** The best hits for what was typed, only of what the person may see, best first. */
    List<Hit> search(String typed, int limit, Person person);

    /**
     * @param kind key of the word for what was found: a page, a scope, an invoice
     * @param path where it leads, without a leading slash
     */
    record Hit(String kind, String title, String detail, String path) {}
}
