package io.factuur.shell.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import io.factuur.shared.Problem;
import io.factuur.shared.Texts;
import io.factuur.ui.Notices;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a click that fails ends in: the problem's sentence, or one for what nobody foresaw, which is logged once. */
class LastResort implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    @Override
    public void error(ErrorEvent event) {
        if (event.getThrowable() instanceof IOException gone) {
            LOG.debug("The browser went away", gone);
            return;
        }
        Problem problem = problem(event.getThrowable());
        if (problem == null) {
            LOG.error("Unexpected", event.getThrowable());
        }
        UI ui = UI.getCurrent();
        if (ui != null && ui.isAttached()) {
            ui.access(() -> Notices.failed(
                    problem == null
                            ? Texts.get(ui.getLocale(), "problem.unexpected")
                            : problem.sentence(ui.getLocale())));
        }
    }

    private static @Nullable Problem problem(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
        }
        return null;
    }
}
