package io.factuur.mail;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** Chooses the way out: the server of {@code spring.mail.*}, the demo's mailbox, or none yet. */
@Configuration
@EnableConfigurationProperties(MailSettings.class)
class MailConfig {

    @Bean
    MailTransport mailTransport(
            ObjectProvider<JavaMailSenderImpl> server,
            MailSettings settings,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        JavaMailSenderImpl sender = server.getIfAvailable();
        if (sender != null) {
            return new SmtpTransport(sender, settings);
        }
        return settings.mailbox() ? new MailboxTransport(jdbc, transaction, settings, clock) : new NoTransport();
    }
}
