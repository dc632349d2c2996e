package io.factuur.file;

import io.factuur.security.Person;
import io.factuur.ui.WaitingDownloads;
import org.springframework.stereotype.Component;

/** Tells the bell of the top bar. */
@Component
class ReadyDownloads implements WaitingDownloads {

    private final PreparedFiles files;

    ReadyDownloads(PreparedFiles files) {
        this.files = files;
    }

    @Override
    public int count(Person person) {
        return files.waiting(person);
    }
}
