package io.factuur.shared;

/** Something with a name in every language; in a sentence it stands as that name. */
public interface Labelled {

    /** Key of the name in the bundles. */
    String labelKey();
}
