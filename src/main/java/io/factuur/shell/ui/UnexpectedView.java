package io.factuur.shell.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page that could not be made, for a reason that nobody foresaw. */
@ParentLayout(MainLayout.class)
@PermitAll
class UnexpectedView extends ErrorPage implements HasErrorParameter<Exception> {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedView.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
        LOG.error("Unexpected at /{}", event.getLocation().getPath(), error.getException());
        say("error.title", getTranslation("problem.unexpected"));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
