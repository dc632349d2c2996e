package io.factuur;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.theme.aura.Aura;
import io.factuur.operations.Commands;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Factuur, or does what a command asks instead. Alone in the root package, so that no room can depend on it. */
@SpringBootApplication
@EnableScheduling
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles.css")
public class Application implements AppShellConfigurator {

    public static void main(String[] args) {
        if (Commands.areMeant(args)) {
            System.exit(Commands.run(Clock.systemUTC(), List.of(new DataFolder()), args));
        }
        SpringApplication application = new SpringApplication(Application.class);
        application.addListeners(new DataFolder());
        application.run(args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** H2 wants an absolute path, people write a relative one. */
    private static final class DataFolder implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

        private static final String PROPERTY = "factuur.data-dir";

        @Override
        public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
            ConfigurableEnvironment environment = event.getEnvironment();
            String folder = Path.of(environment.getRequiredProperty(PROPERTY))
                    .toAbsolutePath()
                    .toString();
            environment.getPropertySources().addFirst(new MapPropertySource("data-folder", Map.of(PROPERTY, folder)));
        }
    }
}
