package io.factuur.security;

import io.factuur.mail.Letter;
import io.factuur.mail.MailFailure;
import io.factuur.mail.MailSettings;
import io.factuur.mail.MailTransport;
import io.factuur.mail.OutgoingMail;
import io.factuur.shared.EmailAddress;
import io.factuur.shared.Texts;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The few mails about getting in. */
@Component
class SecurityMail {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityMail.class);

    private final MailTransport transport;
    private final MailSettings settings;

    SecurityMail(MailTransport transport, MailSettings settings) {
        this.transport = transport;
        this.settings = settings;
    }

    boolean ready() {
        return transport.ready();
    }

    String link(String path) {
        return settings.link(path);
    }

    /** An invitation, or a way back in. False when it did not leave. */
    boolean welcome(EmailAddress to, String name, String username, String link, Locale language) {
        return send(
                to,
                Letter.in(language, Texts.get(language, "mail.welcome.subject"))
                        .heading(Texts.get(language, "mail.welcome.heading", name))
                        .paragraph(Texts.get(language, "mail.welcome.text"))
                        .fact(Texts.get(language, "login.username"), username)
                        .button(Texts.get(language, "mail.welcome.button"), link)
                        .small(Texts.get(language, "mail.welcome.small"))
                        .build());
    }

    boolean confirm(EmailAddress to, String name, String link, Locale language) {
        return send(
                to,
                Letter.in(language, Texts.get(language, "mail.confirm.subject"))
                        .heading(Texts.get(language, "mail.confirm.heading"))
                        .paragraph(Texts.get(language, "mail.confirm.text", name))
                        .button(Texts.get(language, "mail.confirm.button"), link)
                        .small(Texts.get(language, "mail.confirm.small"))
                        .build());
    }

    private boolean send(EmailAddress to, Letter letter) {
        if (!transport.ready()) {
            return false;
        }
        try {
            transport.send(OutgoingMail.of(to, letter));
            return true;
        } catch (MailFailure failure) {
            LOG.warn("A mail about signing in did not leave: {}", failure.words());
            return false;
        }
    }
}
