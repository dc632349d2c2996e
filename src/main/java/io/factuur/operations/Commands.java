package io.factuur.operations;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What the jar does instead of serving pages, for whoever has the machine and while no portal uses the data folder:
 * {@code backup}, {@code restore FILE} and {@code check}. Settings are read as the portal reads them.
 */
public final class Commands {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
    private static final Set<String> KNOWN = Set.of("backup", "restore", "check");

    private Commands() {}

    /** Whether the first argument is one of them. */
    public static boolean areMeant(String... args) {
        return args.length > 0 && KNOWN.contains(args[0]);
    }

    /**
     * @param clock of the portal
     * @param listeners what the portal hears of the environment as well
     * @return 0 when all is well, else 1, after a line in the log that says what is not
     */
    public static int run(Clock clock, List<ApplicationListener<?>> listeners, String... args) {
        String command = args[0];
        SpringApplication application = new SpringApplicationBuilder(CommandConfig.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> context.getBeanFactory().registerSingleton("clock", clock))
                .listeners(listeners.toArray(ApplicationListener[]::new))
                .logStartupInfo(false)
                // What went wrong is said once, below.
                .properties("logging.level.org.springframework.boot.SpringApplication=off")
                .build();
        if (command.equals("restore")) {
            application.addListeners(new Unpacking(args));
        }
        try (ConfigurableApplicationContext context = application.run(Arrays.copyOfRange(args, 1, args.length))) {
            return command.equals("backup") ? backup(context) : check(context);
        } catch (Refused refused) {
            LOG.error(refused.getMessage());
            return 1;
        } catch (RuntimeException broken) {
            LOG.error(
                    "The data could not be opened. Is a portal using it? Then ask the portal: POST /api/v1/backups",
                    broken);
            return 1;
        }
    }

    private static int backup(ConfigurableApplicationContext context) {
        BackupWriter writer = context.getBean(BackupWriter.class);
        if (!writer.possible()) {
            throw new Refused("The database is not the embedded one: use pg_dump and copy the data folder.");
        }
        try {
            LOG.info("Backup: {}", writer.write());
            return 0;
        } catch (IOException broken) {
            throw new Refused("The backup could not be written: " + broken.getMessage());
        }
    }

    private static int check(ConfigurableApplicationContext context) {
        List<String> problems = context.getBean(Wholeness.class).problems();
        problems.forEach(LOG::error);
        if (problems.isEmpty()) {
            LOG.info("The journal's chain is intact, and every document is there, as it was made.");
        }
        return problems.isEmpty() ? 0 : 1;
    }

    /** Puts the files in place before anything opens the database. */
    private record Unpacking(String... args) implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

        @Override
        public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
            if (args.length < 2 || args[1].startsWith("--")) {
                throw new Refused("Name the backup: restore FILE --factuur.data-dir=FOLDER");
            }
            Path folder = Path.of(event.getEnvironment().getRequiredProperty("factuur.data-dir"));
            try {
                LOG.info("Restored {} files into {}", Restore.into(folder, Path.of(args[1])), folder);
            } catch (IOException broken) {
                throw new Refused(String.valueOf(broken.getMessage()));
            }
        }
    }

    /** Ends a command with a sentence for people. */
    private static final class Refused extends RuntimeException {

        Refused(String sentence) {
            super(sentence);
        }
    }
}
