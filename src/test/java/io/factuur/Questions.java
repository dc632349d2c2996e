package io.factuur;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes down what is asked of the database on this thread; who the caller is may be known from a second ago. */
public final class Questions extends AppenderBase<ILoggingEvent> {

    private final List<String> asked = new ArrayList<>();
    private final Thread asking = Thread.currentThread();

    private Questions() {}

    /** The statements that something needs, in their order. */
    public static List<String> of(Runnable something) {
        Questions questions = new Questions();
        Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        questions.start();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(questions);
        try {
            something.run();
        } finally {
            logger.detachAppender(questions);
            logger.setAdditive(true);
            logger.setLevel(null);
        }
        return questions.asked;
    }

    @Override
    protected void append(ILoggingEvent event) {
        String question = event.getFormattedMessage().replaceAll("\\s+", " ");
        if (Thread.currentThread().equals(asking)
                && question.contains("[")
                && !question.contains("sessions_from from person")) {
            asked.add(question);
        }
    }
}
