package io.factuur.file;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The work in the background: one task for each order. */
@Configuration
@EnableConfigurationProperties(FileSettings.class)
class FileConfig {

    private static final String TASK = "prepare-file";
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(5);

    /** A job tells its owner of its failures by itself; what comes through here is a house that shuts down. */
    @Bean
    OneTimeTask<Void> prepareFile(FilePreparer preparer, Clock clock) {
        return Tasks.oneTime(TASK)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, clock.instant().plus(AFTER_A_FAILURE)))
                .execute((instance, context) -> preparer.prepare(Long.parseLong(instance.getId())));
    }

    static TaskInstance<Void> task(long id) {
        return new TaskInstance<>(TASK, String.valueOf(id));
    }
}
