package io.factuur.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import io.factuur.shared.Problem;
import java.util.function.Consumer;

/** Sentences that come up at the edge of the page. */
public final class Notices {

    private Notices() {}

    /** Something worked; goes away by itself. */
    public static void done(String sentence) {
        show(sentence, NotificationVariant.SUCCESS, 4000);
    }

    /** Something did not work; stays until closed, or until something else is tried. */
    public static void failed(String sentence) {
        forgetFailure();
        Notification notice = show(sentence, NotificationVariant.ERROR, 0);
        ComponentUtil.setData(UI.getCurrent(), Failure.class, new Failure(notice));
    }

    public static void failed(Problem problem) {
        failed(problem.sentence(UI.getCurrent().getLocale()));
    }

    /** Runs what a button does; a {@link Problem} becomes its sentence on the screen. Says whether it went well. */
    public static boolean attempt(Runnable action) {
        return attempt(action, problem -> {});
    }

    /** As {@link #attempt(Runnable)}; a page that knows the field can say it there, too. */
    public static boolean attempt(Runnable action, Consumer<Problem> refused) {
        forgetFailure();
        try {
            action.run();
            return true;
        } catch (Problem problem) {
            failed(problem);
            refused.accept(problem);
            return false;
        }
    }

    /** What went wrong before is no longer true, or about to be said again. */
    private static void forgetFailure() {
        Failure last = ComponentUtil.getData(UI.getCurrent(), Failure.class);
        if (last != null) {
            last.notice().close();
            ComponentUtil.setData(UI.getCurrent(), Failure.class, null);
        }
    }

    private record Failure(Notification notice) {}

    private static Notification show(String sentence, NotificationVariant tone, int milliseconds) {
        Notification notice = new Notification();
        notice.addThemeVariants(tone);
        notice.setPosition(Notification.Position.TOP_END);
        notice.setDuration(milliseconds);
        notice.setAssertive(tone == NotificationVariant.ERROR);
        Span words = new Span(sentence);
        words.addClassName("notice-text");
        Button close = new Button("×", click -> notice.close());
        close.addThemeName("tertiary");
        close.setAriaLabel(notice.getTranslation("ui.close"));
        Span line = new Span(words, close);
        line.addClassName("notice");
        notice.add(line);
        notice.open();
        return notice;
    }
}
