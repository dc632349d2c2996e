package io.factuur.operations;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.slf4j.MDC;
import org.springframework.scheduling.support.ScheduledTaskObservationContext;
import org.springframework.stereotype.Component;

/** Puts the name of a job in the background on each line that it logs. */
@Component
class JobMark implements ExecutionInterceptor, ObservationHandler<ScheduledTaskObservationContext> {

    static final String JOB = "job";

    /** What db-scheduler runs: the task and its instance. */
    @Override
    public CompletionHandler<?> execute(TaskInstance<?> task, ExecutionContext context, ExecutionChain chain) {
        try (var _ = MDC.putCloseable(JOB, task.getTaskName() + " " + task.getId())) {
            return chain.proceed(task, context);
        }
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof ScheduledTaskObservationContext;
    }

    /** What this node does every few seconds: the method. */
    @Override
    public void onStart(ScheduledTaskObservationContext context) {
        MDC.put(
                JOB,
                context.getTargetClass().getSimpleName() + "."
                        + context.getMethod().getName());
    }

    @Override
    public void onStop(ScheduledTaskObservationContext context) {
        MDC.remove(JOB);
    }
}
