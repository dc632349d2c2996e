package io.factuur.ui;

import io.factuur.security.Person;

/** How many prepared files wait for a person: the number on the bell of the top bar. */
public interface WaitingDownloads {

    int count(Person person);
}
