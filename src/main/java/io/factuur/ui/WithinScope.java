package io.factuur.ui;

/** A page that belongs to a scope without having it in its address: the menu stays with the scope. */
public interface WithinScope {

    long scopeId();

    /** The {@linkplain ScopePage#segment() page of the scope} that led here. */
    String segment();
}
