package io.factuur.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.read.ListAppender;
import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.factuur.IntegrationTest;
import io.factuur.TestApi;
import io.factuur.TestPeople;
import io.factuur.security.Person;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Each line says which request or job it belongs to and whose it is, by number; and none tells a mail address. */
@IntegrationTest
class LogLinesTest {

    private static final String ADDRESS = "piet.de-vries+facturen@example.com";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestApi api;

    @Autowired
    TestPeople people;

    @Autowired
    Environment environment;

    private final List<Runnable> afterwards = new ArrayList<>();

    @AfterEach
    void tidy() {
        afterwards.forEach(Runnable::run);
        MDC.clear();
    }

    @Test
    void aRequestsLinesNameItAndThePerson() {
        ListAppender<ILoggingEvent> lines = listen("org.springframework.test.web.servlet.TestDispatcherServlet");
        Person somebody = people.somebody();
        assertThat(mvc.get()
                        .uri("/api/v1/scopes")
                        .header("Authorization", "Bearer " + api.token(somebody))
                        .header("X-Request-Id", "from-the-proxy-1")
                        .exchange())
                .hasHeader("X-Request-Id", "from-the-proxy-1");
        assertThat(List.copyOf(lines.list))
                .filteredOn(line ->
                        "from-the-proxy-1".equals(line.getMDCPropertyMap().get("request")))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line.getMDCPropertyMap()).containsEntry("person", String.valueOf(somebody.id())));
        assertThat(MDC.get("person")).isNull();
    }

    @Test
    void aRequestsIdIsMadeWhereTheGivenOneIsNone() {
        assertThat(mvc.get()
                        .uri("/actuator/health")
                        .header("X-Request-Id", "x\" y")
                        .exchange()
                        .getResponse()
                        .getHeader("X-Request-Id"))
                .matches("[0-9a-f-]{36}");
    }

    @Test
    @SuppressWarnings("NullAway") // the mark looks at the task alone
    void aJobsLinesNameIt() {
        AtomicReference<String> seen = new AtomicReference<>();
        new JobMark()
                .execute(
                        new TaskInstance<>("prepare-file", "17"),
                        null,
                        new ExecutionChain(List.of(), (task, context) -> {
                            seen.set(MDC.get("job"));
                            return null;
                        }));
        assertThat(seen).hasValue("prepare-file 17");
        assertThat(MDC.get("job")).isNull();
    }

    @Test
    void soDoTheLinesOfWhatIsDoneEveryFewSeconds() {
        ListAppender<ILoggingEvent> lines = listen(JdbcTemplate.class.getName());
        Awaitility.await().untilAsserted(() -> assertThat(List.copyOf(lines.list))
                .anySatisfy(line -> assertThat(line.getMDCPropertyMap()).containsEntry("job", "AuditSeal.seal")));
    }

    @Test
    void aPlainLineTellsNoAddress() {
        Encoder<ILoggingEvent> plain = ((OutputStreamAppender<ILoggingEvent>)
                        context().getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender("CONSOLE"))
                .getEncoder();
        assertTellsEverythingButTheAddress(plain);
    }

    @Test
    void aLineAsJsonTellsNoAddress() {
        StructuredLogEncoder json = new StructuredLogEncoder();
        json.setContext(context());
        context().putObject(Environment.class.getName(), environment);
        json.setFormat("ecs");
        json.start();
        assertTellsEverythingButTheAddress(json);
    }

    private void assertTellsEverythingButTheAddress(Encoder<ILoggingEvent> encoder) {
        MDC.put("request", "request-4711");
        MDC.put("person", "42");
        LoggingEvent event = new LoggingEvent(
                "test",
                context().getLogger("io.factuur.test"),
                Level.WARN,
                "Not delivered to <{}>",
                new IllegalStateException("550 unknown: " + ADDRESS),
                new Object[] {ADDRESS});
        String line = new String(encoder.encode(event), StandardCharsets.UTF_8);
        assertThat(line)
                .contains("Not delivered to", "550 unknown", "request-4711", "42", "(address)")
                .doesNotContain("example.com", "piet");
    }

    private ListAppender<ILoggingEvent> listen(String source) {
        Logger logger = context().getLogger(source);
        Level before = logger.getLevel();
        ListAppender<ILoggingEvent> lines = new WholeLines();
        lines.setContext(context());
        lines.start();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(lines);
        afterwards.add(() -> {
            logger.detachAppender(lines);
            logger.setAdditive(true);
            logger.setLevel(before);
        });
        return lines;
    }

    /** Asks for the marks in the thread that logs. */
    private static final class WholeLines extends ListAppender<ILoggingEvent> {

        @Override
        protected void append(ILoggingEvent line) {
            line.prepareForDeferredProcessing();
            super.append(line);
        }
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }
}
