package io.factuur.file;

import io.factuur.shared.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of file that the house can prepare. */
@Component
class FileJobs {

    private final ObjectProvider<FileJob> jobs;

    FileJobs(ObjectProvider<FileJob> jobs) {
        this.jobs = jobs;
    }

    /** @throws Problem when there is no such kind */
    FileJob of(String kind) {
        return jobs.stream()
                .filter(job -> job.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("problem.file.kind", kind));
    }
}
